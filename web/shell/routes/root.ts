import { createRootRoute, createRoute } from '@tanstack/react-router';
import { Shell } from '../shell.js';
import { SignedIn } from '../signed-in.js';

export const root = createRootRoute({ component: Shell });

/** Above everything that only those see who have signed in. */
export const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
