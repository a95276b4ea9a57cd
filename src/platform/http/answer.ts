/** An answer with something beside its body. Plain values are answered as they are. */
export class Answer<T> {
  readonly value: T | null;
  readonly json: string | null;
  readonly etag: string | null;
  constructor(value: T | null, json: string | null, etag: string | null) {
    this.value = value;
    this.json = json;
    this.etag = etag;
  }
}

export const withEtag = <T>(value: T, etag: string | number): Answer<T> => new Answer(value, null, `"${etag}"`);

/** JSON that PostgreSQL built: sent as it is (the two or three hottest lists). Its shape is validated in tests, not per row. */
export const rawJson = <T>(json: string): Answer<T> => new Answer<T>(null, json, null);
