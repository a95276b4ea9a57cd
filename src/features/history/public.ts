export { columnsOf, FIELDS, isField, type Mapping, readRow } from './read-row.ts';
export { type Line, takeHistory } from './take-history.ts';
