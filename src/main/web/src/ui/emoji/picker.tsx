// All emoji by groups, those taken before first; or what a search finds. The focus stays in the search: arrows choose.
import { Component, createRef, type ComponentChildren } from 'preact';
import { isRightToLeft, texts } from '../texts';
import { memo } from '../watch';
import { emoji, emojiOf, find, inTone, type Emoji } from './table';
import { nextTone, recent, tone } from './use';

const COLUMNS = 8;
const MOST_FOUND = 96;
const HAND = '✋';

const GROUPS = {
  smileys: '😀', people: '👋', nature: '🐻', food: '🍔', travel: '✈️', activities: '⚽', objects: '💡', symbols: '❤️', flags: '🏁',
} as const;

type GroupName = 'recent' | 'found' | keyof typeof GROUPS;

interface Group {
  readonly name: GroupName;
  readonly all: readonly Emoji[];
  /** How many there are in the groups before. */
  readonly from: number;
}

interface State {
  query: string;
  tone: number;
  /** Counted over all groups. */
  chosen: number;
}

/** The groups that are shown, without empty ones. */
function groupsOf(query: string): Group[] {
  const named: [GroupName, readonly Emoji[]][] = query.trim() ? [['found', find(query, MOST_FOUND)]] : [
    ['recent', [...new Set(recent().flatMap((each) => emojiOf(each) ?? []))]],
    ...Object.keys(GROUPS).map((name): [GroupName, Emoji[]] => [name as GroupName, emoji.filter((each) => each.group === name)]),
  ];
  let from = 0;
  return named.filter(([, all]) => all.length > 0).map(([name, all]) => {
    const group = { name, all, from };
    from += all.length;
    return group;
  });
}

/** The one above or below: groups begin with rows of their own. */
export function across(groups: readonly Pick<Group, 'from' | 'all'>[], chosen: number, step: 1 | -1): number {
  const at = groups.findIndex(({ from, all }) => chosen < from + all.length);
  const { from, all } = groups[at]!;
  const column = (chosen - from) % COLUMNS;
  const row = Math.floor((chosen - from) / COLUMNS) + step;
  const rows = Math.ceil(all.length / COLUMNS);
  if (row >= 0 && row < rows) {
    return from + Math.min(row * COLUMNS + column, all.length - 1);
  }
  const other = groups[at + step];
  if (!other) {
    return chosen;
  }
  const start = step > 0 ? 0 : (Math.ceil(other.all.length / COLUMNS) - 1) * COLUMNS;
  return other.from + Math.min(start + column, other.all.length - 1);
}

const idOf = (index: number): string => `emoji-${index}`;

export class Picker extends Component<{ onPick: (emoji: string) => void }, State> {
  override state: State = { query: '', tone: tone(), chosen: 0 };
  private readonly field = createRef<HTMLInputElement>();
  private readonly list = createRef<HTMLDivElement>();
  private groups = groupsOf('');

  override componentDidMount(): void {
    // On a phone a keyboard would cover what is to be seen.
    if (matchMedia('(pointer: fine)').matches) {
      this.field.current!.focus();
    }
  }

  override componentDidUpdate(_: unknown, before: State): void {
    if (before.chosen !== this.state.chosen) {
      this.list.current!.querySelector(`#${idOf(this.state.chosen)}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  private readonly search = (query: string): void => {
    this.groups = groupsOf(query);
    this.list.current!.scrollTop = 0;
    this.setState({ query, chosen: 0 });
  };

  private readonly pick = (each: Emoji): void => this.props.onPick(inTone(each, this.state.tone));

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const { chosen } = this.state;
    const last = this.groups.at(-1);
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !last) {
      return;
    }
    if (key === 'Enter') {
      const group = this.groups.findLast(({ from }) => from <= chosen)!;
      this.pick(group.all[chosen - group.from]!);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.setState({ chosen: across(this.groups, chosen, key === 'ArrowDown' ? 1 : -1) });
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const step = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
      this.setState({ chosen: Math.max(0, Math.min(last.from + last.all.length - 1, chosen + step)) });
    } else {
      return;
    }
    event.preventDefault();
  };

  private readonly goTo = (name: GroupName): void => {
    const group = this.groups.find((each) => each.name === name)!;
    this.list.current!.querySelector(`[data-group="${name}"]`)?.scrollIntoView({ block: 'start' });
    this.setState({ chosen: group.from });
  };

  override render(_: unknown, { query, tone: shade, chosen }: State): ComponentChildren {
    const hand = emojiOf(HAND)!;
    return (
      <div class="picker">
        <div class="line">
          <input
            ref={this.field}
            type="search"
            aria-autocomplete="list"
            aria-controls="emoji-list"
            aria-activedescendant={this.groups.length > 0 ? idOf(chosen) : undefined}
            aria-label={texts.emojiSearch}
            placeholder={texts.emojiSearch}
            autocomplete="off"
            dir="auto"
            value={query}
            onInput={(event) => this.search(event.currentTarget.value)}
            onKeyDown={this.onKeyDown}
          />
          <button type="button" class="icon-button" aria-label={texts.tone} title={texts.tone} onClick={() => this.setState({ tone: nextTone() })}>
            {inTone(hand, shade)}
          </button>
        </div>
        {!query.trim() && (
          <div class="groups">
            {this.groups.map(({ name }) => (
              <button key={name} type="button" aria-label={titleOf(name)} title={titleOf(name)} onClick={() => this.goTo(name)}>
                {name in GROUPS ? GROUPS[name as keyof typeof GROUPS] : '🕘'}
              </button>
            ))}
          </div>
        )}
        <div class="all" id="emoji-list" role="listbox" tabIndex={-1} aria-label={texts.emoji} ref={this.list}>
          {this.groups.map((group) => (
            <GroupView
              key={group.name}
              group={group}
              tone={shade}
              chosen={chosen >= group.from && chosen < group.from + group.all.length ? chosen : -1}
              pick={this.pick}
            />
          ))}
        </div>
        {this.groups.length === 0 && <p class="hint" role="status">{texts.emojiNone}</p>}
      </div>
    );
  }
}

const titleOf = (name: GroupName): string => name === 'found' ? texts.emoji : texts.emojiGroup[name];

interface GroupProps {
  group: Group;
  tone: number;
  /** -1 where it is in another group. */
  chosen: number;
  pick: (emoji: Emoji) => void;
}

const GroupView = memo(({ group, tone: shade, chosen, pick }: GroupProps) => (
  <div role="group" aria-label={titleOf(group.name)} data-group={group.name} style={{ '--rows': Math.ceil(group.all.length / COLUMNS) }}>
    {group.name !== 'found' && <h3 aria-hidden="true">{titleOf(group.name)}</h3>}
    <div class="grid">
      {group.all.map((each, i) => {
        const name = each.names[0]!.replaceAll('_', ' ');
        return (
          <button
            key={each.text}
            type="button"
            role="option"
            tabIndex={-1}
            id={idOf(group.from + i)}
            aria-selected={group.from + i === chosen}
            aria-label={name}
            title={`:${each.names[0]}:`}
            onClick={() => pick(each)}
          >
            {inTone(each, shade)}
          </button>
        );
      })}
    </div>
  </div>
));
