import { QueryClientProvider } from '@tanstack/react-query';
import { cache } from '../api/cache';
import { ChangePassword } from '../features/session/ChangePassword';
import { SignIn } from '../features/session/SignIn';
import { Splash } from '../features/session/Splash';
import { ProblemNote } from '../ui/Status';
import { Toasts } from '../ui/Toasts';
import { Shell } from './Shell';
import { useSession } from './session';

function Gate() {
  const session = useSession();
  if (session.error && !session.data) return <Splash><ProblemNote problem={session.error} retry={() => void session.refetch()} /></Splash>;
  if (!session.data) return null;
  const me = session.data.user;
  if (!me) return <SignIn />;
  if (me.mustChangePassword) return <ChangePassword me={me} />;
  return <Shell me={me} />;
}

export function App() {
  return (
    <QueryClientProvider client={cache}>
      <Gate />
      <Toasts />
    </QueryClientProvider>
  );
}
