import './site.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { portalQuery, useMe, useSession } from '../api/accounts.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { PageHeading } from '../ui/page.js';
import { useToast } from '../ui/toast.js';
import { PublicPlants } from '../public-plants/public-plants.js';
import { PublicTotals } from '../public-plants/public-totals.js';
import { publicTotalsQuery } from '../public-plants/api.js';
import { pricesQuery } from '../shop/api.js';
import { SunnyDay } from './sunny-day.js';

/** What SiteLink is, and the three ways on. */
export function LandingPage() {
  const text = useText();
  const me = useMe();
  const signedIn = me.data !== null && me.data !== undefined;
  return (
    <div className="landing">
      <section className="hero">
        <div>
          <PageHeading title={text('site.headline')} documentTitle={text('site.title')} />
          <p className="hero-lead">{text('site.lead')}</p>
          <div className="row">
            {signedIn ? (
              <ButtonLink look="primary" large to="/plants">
                {text('site.toPlants')}
              </ButtonLink>
            ) : (
              <>
                <ButtonLink look="primary" large to="/register">
                  {text('site.register')}
                </ButtonLink>
                <DemoEntry />
                <ButtonLink large to="/sign-in">
                  {text('site.signIn')}
                </ButtonLink>
              </>
            )}
          </div>
          <Link to="/inverter-types" className="hero-types">
            <Icon name="inverter" />
            <span>
              <b>{text('site.supported')}</b>
              <small>{text('site.supportedText')}</small>
            </span>
            <Icon name="right" size={16} />
          </Link>
        </div>
        <SunnyDay />
      </section>
      <ShownPlants />
      <section className="promises">
        {(['trial', 'live', 'quick'] as const).map((topic) => (
          <div key={topic}>
            <h2>{text(`site.${topic}`)}</h2>
            <p className="secondary">{text(`site.${topic}Text`)}</p>
            {topic === 'trial' && <FromPrice />}
          </div>
        ))}
      </section>
    </div>
  );
}

/** Into the demonstration account, where the portal has one. */
function DemoEntry() {
  const text = useText();
  const { enterDemo } = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const enter = useMutation({
    mutationFn: enterDemo,
    onSuccess: () => navigate({ to: '/plants' }),
    onError: () => toast(text('site.noDemo')),
  });
  if (useQuery(portalQuery).data?.demoAccount == null) return null;
  return (
    <Button large busy={enter.isPending} onClick={() => enter.mutate()}>
      {text('site.demo')}
    </Button>
  );
}

/** What the smallest plant pays after the trial, and the way to all prices. */
function FromPrice() {
  const text = useText();
  const format = useFormat();
  const smallest = useQuery(pricesQuery).data?.brackets[0];
  return (
    <p className="secondary">
      {smallest !== undefined && (
        <>
          {text('site.price', {
            price: format.euro(smallest.gross365),
            power: format.inWords(format.ratedPower(smallest.upToW)),
          })}{' '}
        </>
      )}
      <Link to="/prices">{text('site.prices')}</Link>
    </p>
  );
}

/** The plants that their owners show, with their sums; nothing before there is one. */
function ShownPlants() {
  const text = useText();
  const totals = useQuery(publicTotalsQuery).data;
  if (totals === undefined || totals.plants === 0) return null;
  return (
    <section className="public-plants" aria-labelledby="public-plants">
      <h2 id="public-plants">{text('public.title')}</h2>
      <p className="secondary">{text('public.lead')}</p>
      <PublicTotals />
      <PublicPlants perPage={8} />
    </section>
  );
}
