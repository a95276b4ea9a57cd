/** The secret of a link is in its fragment: it never reaches a server's log, a proxy or a referrer. */
export const tokenInLink = (): string => /[#&]t=([\w-]+)/.exec(location.hash)?.[1] ?? '';

/** Once used it leaves the address bar and the history. */
export const forgetToken = (): void => history.replaceState(null, '', location.pathname);
