import type { Problem } from '../contract/common.ts';
import { ApiProblem } from './api.ts';
import { noteConnection } from './connection.ts';

export type Uploaded = { readonly id: string; readonly name: string; readonly size: number };

/** Sends one file; `onShare` hears how much of it has left (0 to 1), which only XMLHttpRequest can say. Throws ApiProblem. */
export function upload(path: string, file: File, onShare: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onShare(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status === 201) return resolve(request.response as Uploaded);
      noteConnection(request.status === 401 ? 'signed-out' : request.status === 503 ? 'away' : 'fine');
      const problem = (request.response ?? {}) as Partial<Problem>;
      return reject(new ApiProblem({ code: 'unexpected', ...problem, status: request.status }));
    };
    request.onerror = () => {
      noteConnection('away');
      reject(new ApiProblem({ code: 'offline', status: 0 }));
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
