/** An answer with something beside its body. Plain values are answered as they are. */
export class Answer<T> {
  readonly value: T;
  readonly etag: string | null;
  constructor(value: T, etag: string | null) {
    this.value = value;
    this.etag = etag;
  }
}

export const withEtag = <T>(value: T, etag: string | number): Answer<T> => new Answer(value, `"${etag}"`);
