import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyTheme } from './app/preferences';
import { language, speak } from './i18n';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

applyTheme();
// Its many small font files are declared in a sheet of their own: names in Chinese occur in every language of the page.
void import('./styles/chinese.css');
await speak(language.get());
createRoot(document.getElementById('root') as HTMLElement).render(<StrictMode><App /></StrictMode>);
