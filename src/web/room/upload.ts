import type { Problem } from '../../contract/common.ts';
import { ApiProblem } from '../api.ts';

export type Uploaded = { readonly id: string; readonly name: string; readonly size: number };

/** One file goes up at once; it belongs to nothing until the form it was chosen for is sent. */
export async function uploadFile(file: File): Promise<Uploaded> {
  const form = new FormData();
  form.append('file', file);
  const response = await fetch('/api/room/uploads', { method: 'POST', body: form }).catch(() => null);
  if (!response) throw new ApiProblem({ code: 'busy', status: 503 });
  const answer: unknown = await response.json();
  if (!response.ok) throw new ApiProblem(answer as Problem);
  return answer as Uploaded;
}
