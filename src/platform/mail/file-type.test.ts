import { expect, it } from 'vitest';
import { fileType } from './file-type.ts';

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const zip = Buffer.from('504b030414000600', 'hex');
const cfb = Buffer.from('d0cf11e0a1b11ae1', 'hex');

it.each([
  ['a picture that says so', png, 'image/png', 'image/png'],
  ['a picture with another label', png, 'application/octet-stream', 'image/png'],
  ['[AT-28] a page that claims to be a picture', Buffer.from('  <!DOCTYPE html><script>'), 'image/png', 'text/html'],
  [
    '[AT-28] a drawing that claims to be text',
    Buffer.from('<?xml version="1.0"?><svg xmlns="x">'),
    'text/plain',
    'image/svg+xml',
  ],
  ['[AT-28] a label that promises a PDF', Buffer.from('MZ\0 not a pdf'), 'application/pdf', 'application/x-msdownload'],
  ['a label that promises a picture', Buffer.from('hello'), 'image/jpeg', 'application/octet-stream'],
  ['a program', Buffer.from('4d5a9000', 'hex'), 'application/octet-stream', 'application/x-msdownload'],
  [
    'a Word file is a ZIP archive inside',
    zip,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['a ZIP without a label', zip, 'application/octet-stream', 'application/zip'],
  ['an old Word file', cfb, 'application/msword', 'application/msword'],
  ['plain text', Buffer.from('hello'), 'text/plain', 'text/plain'],
  ['a text that begins like a bitmap', Buffer.from('BMW is a car'), 'text/plain', 'text/plain'],
  ['a broken label', Buffer.from('hello'), 'text; evil\r\n', 'application/octet-stream'],
  ['nothing', Buffer.alloc(0), 'image/png', 'image/png'],
])('%s', (_, content, declared, wanted) => expect(fileType(content, declared)).toBe(wanted));
