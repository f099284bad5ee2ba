// Where an emoji is picked. What it shows comes when it is opened for the first time.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../parts';
import { texts } from '../texts';
import { used } from './use';

interface Props {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

export function EmojiDialog({ onPick, onClose }: Props) {
  const [loaded, setLoaded] = useState<typeof import('./picker') | 'failed'>();
  useEffect(() => {
    let here = true;
    import('./picker').then((picker) => here && setLoaded(picker), () => here && setLoaded('failed'));
    return () => {
      here = false;
    };
  }, []);
  const place = useRef<HTMLDivElement>(null);
  const pick = (emoji: string): void => {
    used(emoji);
    place.current!.closest('dialog')!.close(); // what follows may need the focus
    onPick(emoji);
  };
  return (
    <Dialog title={texts.emoji} class="emoji-dialog" onClose={onClose}>
      <div ref={place}>
        {loaded === undefined ? <p class="hint" role="status">{texts.loading}</p>
          : loaded === 'failed' ? <p class="hint" role="alert">{texts.emojiFailed}</p>
            : <loaded.Picker onPick={pick} />}
      </div>
    </Dialog>
  );
}
