import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { Progress } from '../../ui/light/progress.tsx';
import { useDraft } from '../../ui/light/use-draft.ts';
import { type Uploaded, upload } from '../../upload.ts';

const MOST = 10;
type Going = { readonly key: number; readonly name: string; readonly share: number };
export type Attached = {
  readonly files: readonly Uploaded[];
  readonly going: readonly Going[];
  readonly problem: unknown;
  readonly add: (files: Iterable<File>) => void;
  readonly remove: (id: string) => void;
  readonly keep: (files: readonly Uploaded[]) => void;
};

/** The files of a letter that has not left: on the server already, and remembered with its words, so that a reload loses neither. */
export function useAttached(requestId: string): Attached {
  const [kept, keepText, done] = useDraft(`files:${requestId}`);
  const files = read(kept);
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  });
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const next = useRef(0);
  const keep = (now: readonly Uploaded[]): void => {
    latest.current = now;
    if (now.length > 0) keepText(JSON.stringify(now));
    else done();
  };
  const one = async (file: File): Promise<void> => {
    const key = (next.current += 1);
    setGoing((all) => [...all, { key, name: file.name, share: 0 }]);
    const onShare = (share: number): void => {
      setGoing((all) => all.map((g) => (g.key === key ? { ...g, share } : g)));
    };
    try {
      const uploaded = await upload('/api/attachments', file, onShare);
      keep([...latest.current, uploaded]);
    } catch (error) {
      setProblem(error);
    } finally {
      setGoing((all) => all.filter((g) => g.key !== key));
    }
  };
  const add = (chosen: Iterable<File>): void => {
    setProblem(null);
    const room = MOST - latest.current.length - going.length;
    for (const file of [...chosen].slice(0, Math.max(0, room))) void one(file);
  };
  const remove = (id: string): void => keep(latest.current.filter((f) => f.id !== id));
  return { files, going, problem, add, remove, keep };
}

function read(text: string): readonly Uploaded[] {
  try {
    return text ? (JSON.parse(text) as readonly Uploaded[]) : [];
  } catch {
    return [];
  }
}

export function AttachedFiles({ attached }: { attached: Attached }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { files, going, problem, add, remove } = attached;
  return (
    <div className="grid gap-2">
      {files.length > 0 ? (
        <ul aria-label={t('desk-list.files')} className="flex flex-wrap gap-2">
          {files.map((f) => (
            <li
              key={f.id}
              className="flex max-w-full items-center gap-2 rounded-md border border-line bg-panel py-1 pr-1 pl-2"
            >
              <span className="truncate">{f.name}</span>
              <span className="shrink-0 text-sm text-muted">{format.size(f.size)}</span>
              <Button
                kind="quiet"
                aria-label={t('desk-list.remove-file', { name: f.name })}
                onClick={() => remove(f.id)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {going.map((g) => (
        <Progress key={g.key} label={t('desk-list.uploading', { name: g.name })} share={g.share} />
      ))}
      <ProblemNotice problem={problem} />
      <label className="w-fit cursor-pointer rounded-md text-accent underline-offset-2 focus-within:outline-2 hover:underline">
        {t('desk-list.attach')}
        <input
          type="file"
          multiple
          className="sr-only"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}
