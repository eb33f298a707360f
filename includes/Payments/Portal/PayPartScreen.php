<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Portal\BillScreen;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Parts\PartSettings;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** Where a part of one bill is paid: first the amount is asked for, then it is paid as bills are. */
final readonly class PayPartScreen implements BillScreen
{
    /** So long whoever has just paid a part finds that at its address. */
    private const JUST_PAID = '-15 minutes';

    /**
     * @param Closure(Money): ?Money $least the least part of what is due; null where it has to be all of it
     * @param Closure(): DateTimeImmutable $now
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private PaymentRepository $payments,
        private PaymentOnPage $page,
        private DrawSeveral $draw,
        private PortalUrls $urls,
        private Closure $least,
        private Closure $now,
    ) {
    }

    public function needs(): string
    {
        return 'billing.manage';
    }

    /** It looks after its own payment itself. */
    public function shows_money(): bool
    {
        return false;
    }

    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen
    {
        $typed = $location->filters['amount'] ?? '';
        $amount = self::amount($typed, $invoice);
        $not_begun = $amount === null ? '' : $this->page->begin($reader, Wanted::one($invoice->id, $amount));
        $payment = $amount === null ? null : $this->payment($invoice, $amount, $reader);
        $invoice = $this->invoices->get($invoice->id, $reader->viewer);
        $least = ($this->least)($invoice->due());
        $error = $payment === null && $typed !== '' ? $this->error($amount, $invoice, $least) : '';

        return new OpenedScreen(
            /* translators: %s: invoice number */
            sprintf(__('Pay part of %s', 'counterfoil'), (string) $invoice->number),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => $amount === null || $error !== ''
                ? $this->form($reader, $invoice, $language, $least, $typed, $error)
                : $this->draw->handle($reader, [$invoice], $payment, $language, $not_begun, $amount)),
            tab: 'invoices'
        );
    }

    private function form(Reader $reader, Invoice $invoice, DocumentLanguage $language, ?Money $least, string $typed, string $error): string
    {
        return Template::draw(__DIR__ . '/templates/pay-part.php', new PartView(
            (string) $invoice->number,
            $language->numbers->money($invoice->due()),
            $invoice->is_payable() && $least !== null
                /* translators: 1: least amount, 2: largest amount */
                ? sprintf(__('From %1$s to %2$s. The rest stays due.', 'counterfoil'), $language->numbers->money($least), $language->numbers->money($invoice->due()))
                : '',
            $error,
            $typed,
            $invoice->currency->code,
            $this->urls->to($reader->portal, 'pay-part', ['id' => $invoice->id]),
            $this->urls->invoice($reader->portal, $invoice->id),
        ));
    }

    private function error(?Money $amount, Invoice $invoice, ?Money $least): string
    {
        if ($least === null || ! $invoice->is_payable()) {
            return '';
        }
        try {
            PartSettings::check_between($amount ?? Money::zero($invoice->currency), $least, $invoice->due());
        } catch (DomainError $error) {
            return $error->getMessage();
        }

        return '';
    }

    private function payment(Invoice $invoice, Money $amount, Reader $reader): ?PaymentView
    {
        $wanted = Wanted::one($invoice->id, $amount);
        $under_way = $this->payments->under_way_of($invoice->id);
        if ($under_way !== null) {
            return $wanted->is($under_way) ? $this->page->refreshed($under_way, $reader) : null;
        }
        $since = ($this->now)()->modify(self::JUST_PAID);
        $just = array_filter($this->payments->of_invoice($this->payments->now_for($invoice->id), Viewer::system()), static fn (Payment $payment): bool => $payment->is_part && $payment->state === PaymentState::Succeeded && $amount->equals($payment->amount) && $payment->succeeded_at > $since);
        $last = end($just);

        return $last === false ? null : new PaymentView($last, null);
    }

    /** "50", "50.00", "50,00", "1 050,00"; null for what is no amount of this currency. */
    private static function amount(string $typed, Invoice $invoice): ?Money
    {
        $decimals = $invoice->currency->decimals;
        $plain = str_replace([' ', ','], ['', '.'], $typed);
        if (preg_match('/^(\d{1,12})(?:\.(\d{1,4}))?$/D', $plain, $parts) !== 1 || strlen($parts[2] ?? '') > $decimals) {
            return null;
        }

        return new Money((int) ($parts[1] . str_pad($parts[2] ?? '', $decimals, '0')), $invoice->currency);
    }
}
