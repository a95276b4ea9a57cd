import type { Message } from '../../../contract/conversation.ts';

type Said = { readonly quote: string; readonly start: number; readonly end: number };

/** The words selected inside this element, if any, with their place in the message's body. */
export function selectedIn(element: Element, body: string): Said | null {
  const selection = window.getSelection();
  const quote = selection?.toString().trim() ?? '';
  if (!selection || quote === '' || !element.contains(selection.anchorNode)) return null;
  const start = body.indexOf(quote);
  return start < 0 ? null : { quote, start, end: start + quote.length };
}

/** The words of the client selected anywhere in the conversation, with the message they stand in (L1). */
export function selectedWords(messages: readonly Message[]): (Said & { messageId: string }) | null {
  const node = window.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const item = element?.closest('li[id^="m-"]');
  const message = messages.find((m) => item?.id === `m-${m.id}`);
  if (!item || message?.direction !== 'in') return null;
  const said = selectedIn(item, message.body);
  return said ? { ...said, messageId: message.id } : null;
}
