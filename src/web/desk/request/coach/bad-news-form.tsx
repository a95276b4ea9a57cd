import { type ReactNode, useState } from 'react';
import { assembleBadNews, BAD_NEWS_OPENINGS, BAD_NEWS_PARTS, type BadNews } from '../../../../domain/coach/bad-news.ts';
import { type Lang, LANG_NAMES, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/light/button.tsx';
import { Area } from '../../../ui/light/fields.tsx';
import { useDraft } from '../../../ui/light/use-draft.ts';

const EMPTY: BadNews = { regret: '', fact: '', reason: '', plan: '', wayOut: '' };

function read(kept: string): Partial<BadNews> {
  try {
    return kept ? (JSON.parse(kept) as Partial<BadNews>) : {};
  } catch {
    return {};
  }
}

/** N7: bad news is worth preparing: five short answers in the client's language, put together into the draft. Kept in the browser. */
export function BadNewsForm({
  requestId,
  lang,
  onReady,
}: {
  requestId: string;
  lang: Lang;
  onReady: (text: string, before: string) => void;
}): ReactNode {
  const t = useT();
  const [kept, keep] = useDraft(`bad-news-parts:${requestId}`);
  const [last, setLast] = useState('');
  const news: BadNews = { ...EMPTY, ...read(kept) };
  const text = assembleBadNews(news);
  return (
    <details className="rounded-md border border-line p-2" open={kept !== ''}>
      <summary className="cursor-pointer font-medium">{t('desk-coach.bad-news')}</summary>
      <div className="grid gap-2 pt-2">
        <p className="text-muted">{t('desk-coach.bad-news-hint', { language: LANG_NAMES[lang] })}</p>
        {BAD_NEWS_PARTS.map((part) => (
          <div key={part} className="grid gap-1">
            <Area
              label={t(`desk-coach.part.${part}`)}
              hint={t(`desk-coach.part-hint.${part}`)}
              lang={lang}
              rows={2}
              value={news[part]}
              onChange={(event) => keep(JSON.stringify({ ...news, [part]: event.target.value }))}
            />
            {news[part] === '' ? (
              <p>
                <Button
                  kind="quiet"
                  onClick={() => keep(JSON.stringify({ ...news, [part]: BAD_NEWS_OPENINGS[lang][part] }))}
                >
                  {t('desk-coach.begin-with')} <span lang={lang}>“{BAD_NEWS_OPENINGS[lang][part]}”</span>
                </Button>
              </p>
            ) : null}
          </div>
        ))}
        <p>
          <Button
            disabled={text === ''}
            onClick={() => {
              onReady(text, last);
              setLast(text);
            }}
          >
            {t('desk-coach.put-together')}
          </Button>
        </p>
      </div>
    </details>
  );
}
