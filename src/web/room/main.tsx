import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Lang, Words, gather } from '../i18n/i18n.tsx';
import '../ui/tokens.css';
import { Room } from './room.tsx';

const files = import.meta.glob('../../messages/*/{room,room-table,room-situations,room-visits,shared}.json');
const load = (lang: Lang) => gather(files, lang);
const refusals = import.meta.glob('../../messages/*/{refusals,review}.json');
const later = (lang: Lang) => gather(refusals, lang);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Words load={load} later={later}>
        <Room />
      </Words>
    </StrictMode>,
  );
}
