<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Portal\BilledTo;
use Counterfoil\Clients\Recurring;
use Counterfoil\Clients\RecurringSum;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\DueInvoicesQuery;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\NextToPay;
use Counterfoil\Portal\Views\OverviewView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Subscriptions\Portal\SubscriptionsScreen;

/** Where everybody arrives: what is due first. */
final readonly class OverviewScreen implements Screen
{
    /** Its address has no word. */
    public const WORD = '';

    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(): Business $business
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private DueInvoicesQuery $due,
        private NextToPay $next,
        private InvoiceItems $items,
        private Recurring $recurring,
        private PortalUrls $urls,
        private Closure $today,
        private Closure $business,
    ) {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): null
    {
        return null;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): Tab
    {
        return self::as_tab();
    }

    public static function as_tab(): Tab
    {
        return new Tab(__('Overview', 'counterfoil'), 0);
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            __('Overview', 'counterfoil'),
            fn (ScreenOptions $options): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/overview.php', $this->view($reader, $options->recent, $language))
            ),
            tab: self::WORD,
            /* translators: %s: name of the person */
            greeting: sprintf(__('Hello %s', 'counterfoil'), $reader->name)
        );
    }

    private function view(Reader $reader, int $recent, DocumentLanguage $language): OverviewView
    {
        $today = ($this->today)();
        $due = $this->due->all($reader->client_id, $today);
        $next = $due['count'] === 0 ? null : $this->next->of($reader->client_id);
        $can_pay = $reader->may('billing.manage');
        $item = $next === null ? null : $this->items->one($next, $reader->portal, $language, $can_pay);
        $latest = $this->invoices->page(InvoiceFilter::of_client($reader->client_id, $today), $reader->viewer, $recent);

        return new OverviewView(
            array_map(static fn (Money $sum): string => $language->numbers->money($sum), $due['sums']),
            $item === null ? '' : $this->detail($item->number, $item->due_date, $next !== null && $next->days_overdue($today) > 0),
            $item,
            /* translators: %d: number of invoices */
            $due['count'] > 1 ? sprintf(_n('%d invoice is due', '%d invoices are due', $due['count'], 'counterfoil'), $due['count']) : '',
            $this->items->of($latest, $reader->portal, $language, $can_pay),
            $this->urls->invoices($reader->portal),
            BilledTo::lines($this->clients->get($reader->client_id, $reader->viewer), ($this->business)()->address->country),
            $reader->may('subscriptions.view') ? $this->recurring($reader, $language) : [],
            $this->urls->to($reader->portal, SubscriptionsScreen::WORD),
        );
    }

    /** @return list<array{amount: string, counted: string}> */
    private function recurring(Reader $reader, DocumentLanguage $language): array
    {
        return array_map(static fn (RecurringSum $sum): array => [
            'amount' => $language->numbers->money(new Money($sum->mrr, Currency::of($sum->currency))),
            /* translators: %s: number of subscriptions */
            'counted' => sprintf(_n('%s active subscription', '%s active subscriptions', $sum->subscriptions, 'counterfoil'), number_format_i18n($sum->subscriptions)),
        ], $this->recurring->of_clients([$reader->client_id])[$reader->client_id]);
    }

    private function detail(string $number, string $date, bool $is_late): string
    {
        return $is_late
            /* translators: 1: invoice number, 2: date */
            ? sprintf(__('Invoice %1$s was due on %2$s', 'counterfoil'), $number, $date)
            /* translators: 1: invoice number, 2: date */
            : sprintf(__('Invoice %1$s, due %2$s', 'counterfoil'), $number, $date);
    }
}
