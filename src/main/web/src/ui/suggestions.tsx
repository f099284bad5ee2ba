// The list of what completes what is being typed, above the field. The focus stays in the field.
import type { Offer } from './completions';
import { texts } from './texts';

interface Props {
  offer: Offer;
  chosen: number;
  take: (index: number) => void;
}

export const suggestionId = (index: number): string => `suggestion-${index}`;

export function Suggestions({ offer, chosen, take }: Props) {
  return (
    <ul class="suggestions" id="suggestions" role="listbox" aria-label={texts.suggestions}>
      {offer.choices.map(({ insert, label }, i) => (
        <li
          key={insert}
          id={suggestionId(i)}
          role="option"
          aria-selected={i === chosen}
          onPointerDown={(event) => event.preventDefault() /* the field keeps the focus, and a phone its keyboard */}
          onClick={() => take(i)}
        >
          {!insert.startsWith('@') && <span class="sign" aria-hidden="true">{insert}</span>}
          <span class="name" dir="auto">{label}</span>
        </li>
      ))}
    </ul>
  );
}
