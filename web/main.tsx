import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/page-nav.css';
import './styles/controls.css';
import './styles/surfaces.css';
import './styles/tables.css';
import './styles/forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './i18n/language.js';
import { LastResort } from './shell/last-resort.js';
import { queryClient } from './shell/query-client.js';
import { router } from './shell/router.js';
import { ToastProvider } from './ui/toast.js';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element #root');

createRoot(place).render(
  <StrictMode>
    <LastResort>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </LastResort>
  </StrictMode>,
);
