import { createRouter } from '@tanstack/react-router';
import { Loading } from '../ui/surfaces.js';
import { BrokenPage, NotFoundPage } from './failure.js';
import { officeRoutes } from './routes/office-routes.js';
import { openRoutes } from './routes/open-routes.js';
import { root, signedIn } from './routes/root.js';
import { signedInRoutes } from './routes/signed-in-routes.js';

const routeTree = root.addChildren([...openRoutes, signedIn.addChildren([...signedInRoutes, officeRoutes])]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: Loading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
