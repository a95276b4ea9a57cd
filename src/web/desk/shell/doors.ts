import type { Endpoint } from '../../../contract/endpoint.ts';
import type * as people from '../../../contract/people.ts';
import { door } from '../../api.ts';

/** The doors that the shell itself uses; each page keeps its own beside it. */
export const getMe = door<typeof people.me>('GET', '/api/me');
export const changeMe = door<typeof people.changeMe>('PUT', '/api/me');
export const signOutEverywhere = door<typeof people.signOutEverywhere>('POST', '/api/sign-out-everywhere');
export const setupState = door<typeof people.setupState>('GET', '/api/setup');
export const setUp = door<typeof people.setUp>('POST', '/api/setup');
export const acceptInvitation = door<typeof people.acceptInvitation>('POST', '/api/invitations/accept');

/** Sign-in keeps the identity library's paths and is not part of the contract. */
type Auth<Path extends string, Body> = Endpoint<undefined, undefined, Body, unknown> & { method: 'POST'; path: Path };
export const signIn = door<Auth<'/api/auth/sign-in/email', { email: string; password: string }>>(
  'POST',
  '/api/auth/sign-in/email',
);
export const signOut = door<Auth<'/api/auth/sign-out', undefined>>('POST', '/api/auth/sign-out');
