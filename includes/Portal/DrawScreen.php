<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceFilter;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Portal\Views\AccountView;
use Counterfoil\Portal\Views\InvoiceItems;
use Counterfoil\Portal\Views\InvoicesView;
use Counterfoil\Portal\Views\InvoiceView;
use Counterfoil\Portal\Views\MessageView;
use Counterfoil\Portal\Views\OverviewView;
use Counterfoil\Portal\Views\Words;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\View;
use Counterfoil\Shared\Money\Money;

/** Makes the HTML of a screen, without the frame around it. */
final readonly class DrawScreen
{
    /**
     * @param Closure(): string $today in the business's time zone, "2026-03-31"
     * @param Closure(): Business $business
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoicePapers $papers,
        private PaymentRepository $payments,
        private DueInvoicesQuery $due,
        private InvoiceItems $items,
        private DrawPay $pay,
        private PortalUrls $urls,
        private Closure $today,
        private Closure $business,
    ) {
    }

    /**
     * @param int $recent invoices on the overview
     * @param int $per_page invoices in the list
     */
    public function handle(Screen $screen, DocumentLanguage $language, int $recent, int $per_page): string
    {
        return match ($screen->view) {
            View::Overview => Template::draw('overview', $this->overview($screen, $language, $recent)),
            View::Invoices => Template::draw('invoices', $this->list($screen, $language, $per_page)),
            View::Invoice, View::Pdf => $screen->invoice === null ? '' : Template::draw('invoice', $this->invoice($screen, $screen->invoice, $language)),
            View::Pay => $screen->invoice === null ? '' : $this->pay->handle($screen, $screen->invoice, $language),
            View::Account => Template::draw('account', $this->account($screen)),
            View::Nothing => Template::draw('message', $this->nothing($screen)),
        };
    }

    private function overview(Screen $screen, DocumentLanguage $language, int $recent): OverviewView
    {
        $client = $screen->contact->client;
        $today = ($this->today)();
        $due = $this->due->all($client->id, $today);
        $next = $due['count'] === 0 ? null : $this->due->next($client->id);
        $can_pay = $screen->contact->can('billing.manage');
        $item = $next === null ? null : $this->items->one($next, $screen->portal, $language, $can_pay);
        $latest = $this->invoices->page(InvoiceFilter::of_client($client->id, $today), $recent);

        return new OverviewView(
            array_map(static fn (Money $sum): string => $language->numbers->money($sum), $due['sums']),
            $item === null ? '' : $this->detail($item->number, $item->due_date, $next !== null && $next->days_overdue($today) > 0),
            $item,
            /* translators: %d: number of invoices */
            $due['count'] > 1 ? sprintf(_n('%d invoice is due', '%d invoices are due', $due['count'], 'counterfoil'), $due['count']) : '',
            $this->items->of($latest, $screen->portal, $language, $can_pay),
            $this->urls->invoices($screen->portal),
            Words::billing($client, ($this->business)()->address->country),
        );
    }

    private function detail(string $number, string $date, bool $is_late): string
    {
        return $is_late
            /* translators: 1: invoice number, 2: date */
            ? sprintf(__('Invoice %1$s was due %2$s', 'counterfoil'), $number, $date)
            /* translators: 1: invoice number, 2: date */
            : sprintf(__('Invoice %1$s, due %2$s', 'counterfoil'), $number, $date);
    }

    private function list(Screen $screen, DocumentLanguage $language, int $per_page): InvoicesView
    {
        $found = $this->invoices->page(InvoiceFilter::of_client($screen->contact->client->id, ($this->today)()), $per_page + 1, $screen->before);
        $page = array_slice($found, 0, $per_page);
        $last = end($page);

        return new InvoicesView(
            $this->items->of($page, $screen->portal, $language, $screen->contact->can('billing.manage')),
            $screen->before === null ? null : $this->urls->invoices($screen->portal),
            $last !== false && count($found) > count($page) ? $this->urls->invoices($screen->portal, $last->id) : null,
            $screen->before === null,
        );
    }

    private function invoice(Screen $screen, Invoice $invoice, DocumentLanguage $language): InvoiceView
    {
        $words = new Words($language, ($this->business)()->timezone);
        $payments = array_filter($this->payments->of_invoice($invoice->id), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded);

        return new InvoiceView(
            $this->items->one($invoice, $screen->portal, $language, $screen->contact->can('billing.manage')),
            $words->headline($invoice, ($this->today)()),
            $this->papers->of($invoice)->to_array(),
            $this->settlement($invoice, $language),
            array_map(static fn (Payment $payment): array => [
                'date' => $words->day($payment->succeeded_at ?? $payment->created_at),
                'what' => PaymentResource::method($payment),
                'amount' => $language->numbers->money($payment->received),
            ], array_values($payments)),
            $this->urls->invoices($screen->portal),
        );
    }

    /** @return list<array{label: string, value: string, strong: bool}> no zero lines */
    private function settlement(Invoice $invoice, DocumentLanguage $language): array
    {
        $rows = [];
        $row = static function (string $label, Money $money, bool $strong = false) use (&$rows, $language): void {
            $rows[] = ['label' => $label, 'value' => $language->numbers->money($money), 'strong' => $strong];
        };
        if ($invoice->paid > 0) {
            $row(__('Paid', 'counterfoil'), new Money(-$invoice->paid, $invoice->currency));
        }
        if ($invoice->refunded > 0) {
            $row(__('Refunded', 'counterfoil'), new Money($invoice->refunded, $invoice->currency));
        }
        if ($rows !== [] && ! $invoice->due()->is_zero()) {
            $row(__('Still due', 'counterfoil'), $invoice->due(), true);
        }
        if (! $invoice->credit()->is_zero()) {
            $row(__('Credit', 'counterfoil'), $invoice->credit(), true);
        }

        return $rows;
    }

    private function account(Screen $screen): AccountView
    {
        $business = ($this->business)();

        return new AccountView(
            $screen->contact->contact->name,
            $screen->contact->contact->email,
            Words::billing($screen->contact->client, $business->address->country),
            $business->email,
            $this->urls->login($screen->portal),
        );
    }

    private function nothing(Screen $screen): MessageView
    {
        return new MessageView(
            $screen->status === 403
                ? __('Your access does not include this. Somebody of your organisation with full access can help you.', 'counterfoil')
                : __('This page doesn’t exist, or it belongs to somebody else.', 'counterfoil'),
            __('Back to the overview', 'counterfoil'),
            $this->urls->portal($screen->portal),
        );
    }
}
