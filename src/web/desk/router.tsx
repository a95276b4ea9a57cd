import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem } from '../api.ts';
import { queryClient } from './query-client.ts';
import { visitsSearch } from './visits/week.ts';
import { periodOf } from './requests/behind.ts';
import { tableSearch } from './requests/wanted.ts';
import { meQuery } from './session/me.ts';
import { setupState } from './shell/doors.ts';
import { NotFound, Pending, Trouble } from './shell/fallbacks.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Everything below needs somebody signed in; who is not is led to the door, and to setup while Parley is empty. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      const { needed } = await setupState({});
      if (needed) throw redirect({ to: '/setup' });
      throw redirect({ to: '/sign-in', search: { back: location.href } });
    }
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { back?: string } => (typeof search['back'] === 'string' ? { back: search['back'] } : {}),
  component: lazyRouteComponent(() => import('./sign-in/page.tsx'), 'Page'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup/page.tsx'), 'Page'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation/page.tsx'), 'Page'),
});

/** Each page is fetched when somebody goes there; it exports `Page` from its folder. */
const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/',
    component: lazyRouteComponent(() => import('./today/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/requests',
    validateSearch: tableSearch,
    component: lazyRouteComponent(() => import('./requests/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/requests/$id',
    component: lazyRouteComponent(() => import('./request/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/board',
    component: lazyRouteComponent(() => import('./board/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/promises',
    component: lazyRouteComponent(() => import('./promises/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/calibration',
    component: lazyRouteComponent(() => import('./calibration/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/clients',
    component: lazyRouteComponent(() => import('./clients/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/clients/$id',
    component: lazyRouteComponent(() => import('./client/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/visits',
    validateSearch: visitsSearch,
    component: lazyRouteComponent(() => import('./visits/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/reviews',
    component: lazyRouteComponent(() => import('./reviews/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/reviews/$id',
    component: lazyRouteComponent(() => import('./review/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/playbooks',
    component: lazyRouteComponent(() => import('./playbooks/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/insights',
    validateSearch: periodOf,
    component: lazyRouteComponent(() => import('./insights/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/mail',
    component: lazyRouteComponent(() => import('./mail/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/standard',
    component: lazyRouteComponent(() => import('./settings/standard-page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/listening',
    component: lazyRouteComponent(() => import('./settings/listening-page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/coach',
    component: lazyRouteComponent(() => import('./settings/coach-page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/mailboxes',
    component: lazyRouteComponent(() => import('./settings/mailboxes-page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/away/$id',
    component: lazyRouteComponent(() => import('./absence/page.tsx'), 'Page'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/settings/marks',
    component: lazyRouteComponent(() => import('./kit/page.tsx'), 'Page'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([desk.addChildren(pages), signIn, setup, invitation]),
  defaultPendingComponent: Pending,
  defaultPendingMs: 200,
  defaultErrorComponent: Trouble,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
