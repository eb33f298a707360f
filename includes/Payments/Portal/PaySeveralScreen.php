<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Portal\OpenOrJustPaid;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\OpenWhileSuspended;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Where several bills are paid at once; its address names them. */
final readonly class PaySeveralScreen implements OpenWhileSuspended
{
    public function __construct(
        private InvoiceRepository $invoices,
        private PaymentRepository $payments,
        private PaymentOnPage $page,
        private DrawSeveral $draw,
        private OpenOrJustPaid $open,
    ) {
    }

    public function needs(): string
    {
        return 'billing.manage';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): ?int
    {
        $first = self::ids($location)[0] ?? null;

        return $first === null ? null : $this->invoices->client_of($first);
    }

    /** It looks after its own payment itself. */
    public function shows_money(): bool
    {
        return false;
    }

    public function is_to_be_paid(Reader $reader, Location $location): bool
    {
        $ids = self::ids($location);
        $open = array_filter($this->invoices->by_ids($ids, Viewer::system()), fn (Invoice $bill): bool => $bill->client_id === $reader->client_id && $this->open->is($bill));

        return $ids !== [] && count($open) === count($ids);
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $refusal = '';
        $payment = null;
        $bills = array_map(fn (int $id): Invoice => $this->invoices->get_for_client($id, $reader->client_id), self::ids($location));
        try {
            $wanted = Wanted::all(self::ids($location));
            $refusal = $this->page->begin($reader, $wanted);
            $payment = $this->payment($wanted, $reader);
            $bills = array_map(fn (int $id): Invoice => $this->invoices->get_for_client($id, $reader->client_id), $wanted->invoice_ids);
            usort($bills, static fn (Invoice $one, Invoice $other): int => [$one->due_date, $one->id] <=> [$other->due_date, $other->id]);
        } catch (DomainError $error) {
            $bills = [];
            $refusal = $error->getMessage();
        }

        return new OpenedScreen(
            __('Pay invoices', 'counterfoil'),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => $this->draw->handle($reader, $bills, $payment, $language, $refusal)),
            tab: 'invoices'
        );
    }

    /** The one under way for these very bills, else the one that paid them. */
    private function payment(Wanted $wanted, Reader $reader): ?PaymentView
    {
        $under_way = $this->payments->under_way_of($wanted->invoice_ids[0]);
        if ($under_way !== null) {
            return $wanted->is($under_way) ? $this->page->refreshed($under_way, $reader) : null;
        }
        // The money of a pro forma went over to its invoice.
        $now = Wanted::all(array_map($this->payments->now_for(...), $wanted->invoice_ids));
        $came = array_filter($this->payments->of_invoice($now->invoice_ids[0], Viewer::system()), static fn (Payment $payment): bool => $payment->state === PaymentState::Succeeded && $now->is($payment));
        $last = end($came);

        return $last === false ? null : new PaymentView($last, null);
    }

    /** @return list<int> */
    private static function ids(Location $location): array
    {
        $bills = $location->filters['bills'] ?? '';

        return $bills === '' ? [] : array_values(array_unique(array_map(intval(...), explode('.', $bills))));
    }
}
