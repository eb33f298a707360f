<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Lists\InvoiceSelection;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\InvoicesView;
use Counterfoil\Invoices\Portal\PayTogether;
use Counterfoil\Portal\Views\SuspendedView;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Subscriptions\Settings\RenewalSettings;

/** All that people of a suspended client see of the portal: that it is so, what is still to be paid, and how. */
final readonly class SuspendedScreen
{
    /** Open bills at most; what is beyond them follows once some are paid. */
    private const MOST = 50;

    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(): Business $business
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceItems $items,
        private PayTogether $together,
        private RenewalSettings $settings,
        private Closure $today,
        private Closure $business,
    ) {
    }

    public function open(Reader $reader): OpenedScreen
    {
        return new OpenedScreen(
            __('Your portal access is suspended', 'counterfoil'),
            fn (): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/suspended.php', $this->view($reader, $language))
            ),
            403
        );
    }

    private function view(Reader $reader, DocumentLanguage $language): SuspendedView
    {
        $filter = new InvoiceFilter(($this->today)(), only: InvoiceSelection::Outstanding, client_id: $reader->client_id, without_drafts: true);
        $open = $reader->may('billing.view') ? $this->invoices->page($filter, $reader->viewer, self::MOST) : [];
        usort($open, static fn (Invoice $one, Invoice $other): int => [$one->due_date, $one->id] <=> [$other->due_date, $other->id]);
        $words = $this->settings->get()->suspended_words;
        $together = $reader->may('billing.manage') ? $this->together->of($reader->client_id, $reader->portal, $language) : null;

        return new SuspendedView(
            $words !== '' ? $words : __('Invoices for your subscriptions are overdue. As soon as they’re paid, you can use the portal again.', 'counterfoil'),
            new InvoicesView($this->items->of($open, $reader->portal, $language, $reader->may('billing.manage'))),
            $together->all ?? [],
            ($this->business)()->email,
        );
    }
}
