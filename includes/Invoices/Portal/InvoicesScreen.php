<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;
use Counterfoil\Clients\Balance;
use Counterfoil\Clients\Balances;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\DueInvoicesQuery;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Money\Money;

/** The client's invoices, newest first, page by page. */
final readonly class InvoicesScreen implements Screen
{
    public const WORD = 'invoices';

    /** Draws an InvoicesView; other screens and blocks show such lists too. */
    public const TEMPLATE = __DIR__ . '/templates/invoices.php';

    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(): Balances $balances
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private DueInvoicesQuery $due,
        private InvoiceItems $items,
        private PortalUrls $urls,
        private Closure $today,
        private Closure $balances,
        private PayTogether $together,
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

    public function client_of(Location $location): ?int
    {
        return null;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): Tab
    {
        return self::as_tab($this->due->all($reader->client_id, ($this->today)())['count']);
    }

    /** @param int $due how many are to be paid */
    public static function as_tab(int $due): Tab
    {
        /* translators: %d: number of invoices that are to be paid */
        return new Tab(__('Invoices', 'counterfoil'), 10, $due, sprintf(_n('(%d unpaid)', '(%d unpaid)', $due, 'counterfoil'), $due));
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            __('Invoices', 'counterfoil'),
            fn (ScreenOptions $options): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(self::TEMPLATE, $this->view($reader, $location->before, $options->per_page, $language))
            ),
            tab: self::WORD
        );
    }

    private function view(Reader $reader, ?int $before, int $per_page, DocumentLanguage $language): InvoicesView
    {
        $found = $this->invoices->page(InvoiceFilter::of_client($reader->client_id, ($this->today)()), $reader->viewer, $per_page + 1, $before);
        $page = array_slice($found, 0, $per_page);
        $last = end($page);

        return new InvoicesView(
            $this->items->of($page, $reader->portal, $language, $reader->may('billing.manage')),
            $before === null ? null : $this->urls->invoices($reader->portal),
            $last !== false && count($found) > count($page) ? $this->urls->invoices($reader->portal, $last->id) : null,
            $before === null,
            $before === null ? $this->credit($reader->client_id, $language) : [],
            $reader->may('billing.manage') ? $this->together->of($reader->client_id, $reader->portal, $language) : null,
        );
    }

    /** @return list<string> */
    private function credit(int $client_id, DocumentLanguage $language): array
    {
        $some = array_filter(($this->balances)()->of_clients([$client_id])[$client_id], static fn (Balance $balance): bool => $balance->credit > 0);

        return array_values(array_map(static fn (Balance $balance): string => $language->numbers->money(Money::of($balance->credit, $balance->currency)), $some));
    }
}
