import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area } from '../../ui/light/fields.tsx';

type Props = { value: string; onSave: (words: string) => Promise<unknown>; busy: boolean };

/** What we say about the figures, in words that the client will read. */
export function Commentary({ value, onSave, busy }: Props): ReactNode {
  const t = useT();
  const [words, setWords] = useState(value);
  return (
    <form
      className="no-print grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(words);
      }}
    >
      <Area
        label={t('desk-review.commentary')}
        hint={t('desk-review.commentary-hint')}
        maxLength={10_000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {words === value ? null : (
        <p>
          <Button type="submit" busy={busy}>
            {t('shared.save')}
          </Button>
        </p>
      )}
    </form>
  );
}
