<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Refusals;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Intent;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Parts\PartSettings;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Writes down that somebody is about to pay, before any gateway hears of it: all of the bills, or none. */
final readonly class IntendPayment
{
    public function __construct(
        private Clock $clock,
        private PaymentRepository $payments,
        private InvoiceRepository $invoices,
        private PartSettings $parts,
    ) {
    }

    /**
     * @param int|null $method_id the kept method that is charged; null where the payer chooses one
     * @param string|null $key of what must not happen twice; null for one of its own
     * @param string|null $consent what the payer is told before the method they pay with is kept; null where it is not
     * @throws DomainError 404, 409 when one of them is not to be paid, 400 for an amount that can't be
     */
    public function handle(Change $change, Wanted $wanted, int $client_id, TakesPayments $gateway, string $account, ?int $method_id = null, ?string $key = null, ?string $consent = null): Payment
    {
        $this->payments->lock_invoices($wanted->invoice_ids);
        $bills = $this->bills($wanted, $client_id);
        $due = $bills[0]->due();
        foreach (array_slice($bills, 1) as $bill) {
            $due = $due->plus($bill->due());
        }
        $is_part = $wanted->amount !== null && ($wanted->amount->currency->code !== $due->currency->code || $wanted->amount->amount !== $due->amount);
        $amount = $is_part ? $wanted->amount : $due;
        if ($is_part) {
            $this->parts->check($amount, $due, $gateway->limits($due->currency));
        }
        OfferedOnline::check($gateway, $amount);
        $asks = [];
        foreach ($bills as $bill) {
            $asks[$bill->id] = $is_part ? $amount->amount : $bill->due()->amount;
        }

        return $this->begin($change, [new Intent($asks, $client_id, $amount, $is_part, $method_id, $key, $consent === null ? 0 : Consent::VERSION)], $gateway, $account, $consent)[0];
    }

    /**
     * Many charges at once, each of all that is due on one bill. This process asks for all of them next (StartPayment::together).
     *
     * @param non-empty-list<Invoice> $bills read by a caller who holds them
     * @param array<int, array{KeptMethod, string}> $charges the method and the key of each, by bill
     * @return non-empty-list<Payment> in their order
     * @throws DomainError 409 when one of them is not to be paid, 400 for an amount that can't be; UniqueViolation as elsewhere
     */
    public function charges(Change $change, array $bills, array $charges, TakesPayments $gateway, string $account): array
    {
        return $this->begin($change, array_map(static function (Invoice $bill) use ($charges, $gateway): Intent {
            if (! $bill->is_payable()) {
                throw Refusals::nothing_to_pay($bill);
            }
            OfferedOnline::check($gateway, $bill->due());
            [$method, $key] = $charges[$bill->id];

            return new Intent([$bill->id => $bill->due()->amount], $bill->client_id, $bill->due(), method_id: $method->id, key: $key, is_claimed: true);
        }, $bills), $gateway, $account);
    }

    /**
     * @param non-empty-list<Intent> $intents
     * @return non-empty-list<Payment>
     */
    private function begin(Change $change, array $intents, TakesPayments $gateway, string $account, ?string $consent = null): array
    {
        $payments = array_values($this->payments->by_ids($this->payments->intend($intents, $gateway, $account), Viewer::system()));
        foreach ($payments as $payment) {
            $change->job(CheckPayment::JOB, $payment->id, Backoff::after($this->clock->now(), 0));
            $change->event('payment.started', $payment->subjects(), $payment->client_id, [
                'payment_id' => $payment->id,
                'amount' => $payment->amount->amount,
                'currency' => $payment->amount->currency->code,
                ...($consent === null ? [] : ['consent' => $consent]),
            ]);
        }

        return $payments !== [] ? $payments : throw DomainError::not_found();
    }

    /** @return non-empty-list<Invoice> oldest first: they have the money first when less arrives */
    private function bills(Wanted $wanted, int $client_id): array
    {
        $bills = array_map(fn (int $id): Invoice => $this->invoices->get_for_client($id, $client_id), $wanted->invoice_ids);
        foreach ($bills as $bill) {
            if (! $bill->is_payable()) {
                throw Refusals::nothing_to_pay($bill);
            }
            if ($bill->currency->code !== $bills[0]->currency->code) {
                throw DomainError::conflict('other_currency', __('Invoices in different currencies can’t be paid together.', 'counterfoil'));
            }
        }
        usort($bills, static fn (Invoice $one, Invoice $other): int => [$one->due_date, $one->id] <=> [$other->due_date, $other->id]);

        return $bills;
    }
}
