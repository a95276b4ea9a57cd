import { useEffect, useState } from 'react';
import type { Fate } from '../../../domain/triage/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCommands } from '../../ui/commands.ts';
import { carry } from './carry.ts';

type Carried = { readonly id: string; readonly fate: Fate };
type Carrying<C> = { readonly card: C; readonly to: Fate };

/**
 * The keyboard's drag: `m` lifts the card that has the focus, the arrows carry it to a cell, Enter puts it down (and asks why), Escape
 * leaves it where it was.
 */
export function useCarrying<C extends Carried>(
  cards: readonly C[],
  onDrop: (card: C, to: Fate) => void,
  free: boolean,
): Carrying<C> | null {
  const t = useT();
  const [carrying, setCarrying] = useState<Carrying<C> | null>(null);
  const lift = (): void => {
    const id = document.activeElement?.closest('[data-card]')?.getAttribute('data-card');
    const card = cards.find((c) => c.id === id);
    if (card && free) setCarrying({ card, to: card.fate });
  };
  useCommands([{ id: 'board-move', label: t('desk-list.keys.move'), keys: 'm', run: lift, inPalette: false }]);
  useEffect(() => {
    if (!carrying) return undefined;
    const press = (event: KeyboardEvent): void => {
      const to = carry(carrying.to, event.key);
      if (to) setCarrying({ ...carrying, to });
      else if (event.key === 'Enter') {
        setCarrying(null);
        if (carrying.to !== carrying.card.fate) onDrop(carrying.card, carrying.to);
      } else if (event.key === 'Escape' || event.key === 'Tab') setCarrying(null);
      else return;
      if (event.key !== 'Tab') event.preventDefault();
      event.stopPropagation();
    };
    // Before the page's own keys: while a card is carried, arrows and Enter are the card's.
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [carrying, onDrop]);
  return carrying;
}
