<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Offline\BookOfflinePayment;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Payments\PaidOn;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/**
 * Records the payment of a line: one payment of the whole amount on the line's day, in one change with the line itself, so
 * that it is never recorded twice, whoever confirms it and however often.
 */
final readonly class ConfirmEntry
{
    /** Of waiting for a gateway to end a payment that is under way. */
    private const SECONDS = 10.0;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private EntryRepository $entries,
        private PayerRepository $payers,
        private ProposeMatches $propose,
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private PaymentRepository $payments,
        private BookOfflinePayment $book,
        private StopPayment $stop,
        private GatewayLine $line,
        private PaidOn $paid_on,
        private Closure $calendar,
    ) {
    }

    /**
     * @param array<int, int> $parts minor units by invoice; what is over is the client's credit
     * @throws DomainError 400 naming the field, 404, 409 when it was matched meanwhile or an invoice takes less by now
     */
    public function handle(int $entry_id, int $client_id, array $parts, bool $send_receipt, Viewer $viewer): Payment
    {
        $entry = $this->entries->get($entry_id, Viewer::system());
        $this->clients->get($client_id, $viewer);
        $same = $this->confirmed_so($entry, $client_id, $parts);
        if ($same !== null) {
            return $same;
        }
        $this->check_entry($entry);
        $this->check_parts($entry, $client_id, $parts, $viewer);
        $this->stop(array_keys($parts));
        $paid_at = $this->paid_on->moment(min($entry->booked_on, ($this->calendar)()->today()));
        try {
            $payment = $this->changes->run($viewer->actor, function (Change $change) use ($entry, $client_id, $parts, $send_receipt, $paid_at): Payment {
                if (! $this->entries->match($entry, $change->actor)) {
                    throw self::gone();
                }
                $this->payments->lock_invoices(array_keys($parts));
                $asks = $this->asks($entry, $client_id, $parts);
                $reference = mb_substr($entry->reference !== '' ? $entry->reference : $entry->purpose, 0, 100);
                $payment = $this->book->handle($change, $asks, $client_id, $entry->amount, OfflineMethod::BankTransfer, $paid_at, $reference, $send_receipt, $entry->payment_key());
                $this->entries->paid($entry->id, $client_id, $payment->id);
                $this->payers->remember($entry->transfer(), $client_id);
                $change->event('bank_entry.matched', [['bank_entry', $entry->id], ['bank_import', $entry->import_id]], null, self::facts($entry));

                return $payment;
            });
        } catch (UniqueViolation) {
            $this->check_entry($this->entries->get($entry_id, Viewer::system()));
            throw self::gone();
        }
        // A card payment may have been begun between the two. The worker comes for it as well, where this is cut off.
        $this->stop(array_keys($parts));
        $this->propose->renew($client_id);

        return $payment;
    }

    /** @return array<string, int|string> for an event */
    public static function facts(Entry $entry): array
    {
        return ['amount' => $entry->amount->amount, 'currency' => $entry->amount->currency->code, 'name' => $entry->name, 'booked_on' => $entry->booked_on];
    }

    /**
     * The same was confirmed before: by a request that was cut off, or in another window.
     *
     * @param array<int, int> $parts
     */
    private function confirmed_so(Entry $entry, int $client_id, array $parts): ?Payment
    {
        $payment = $entry->state === EntryState::Matched && $entry->client_id === $client_id ? $this->payments->find_by_key($entry->payment_key()) : null;
        $asked = array_column(array_map(static fn (Allocation $part): array => [$part->invoice_id, $part->asked], $payment->allocations ?? []), 1, 0);
        ksort($parts);
        ksort($asked);

        return $asked === $parts ? $payment : null;
    }

    private static function gone(): DomainError
    {
        return DomainError::conflict('bank_entry_not_open', __('This transfer was already matched or ignored. Reload the page to see it.', 'counterfoil'));
    }

    private function check_entry(Entry $entry): void
    {
        if (! $entry->is_incoming()) {
            throw DomainError::conflict('bank_entry_outgoing', __('This is an outgoing payment. Only incoming transfers can be matched.', 'counterfoil'));
        }
        if ($entry->state !== EntryState::Open) {
            throw self::gone();
        }
    }

    /** @param array<int, int> $parts */
    private function check_parts(Entry $entry, int $client_id, array $parts, Viewer $viewer): void
    {
        $index = 0;
        foreach ($parts as $id => $amount) {
            $invoice = $this->invoices->find($id, $viewer);
            if ($invoice === null || $invoice->client_id !== $client_id) {
                throw DomainError::invalid(__('This invoice belongs to another client.', 'counterfoil'), "/parts/{$index}/invoice_id");
            }
            if (! $invoice->currency->equals($entry->amount->currency)) {
                /* translators: 1: invoice number, 2: currency code */
                throw DomainError::invalid(sprintf(__('%1$s isn’t in %2$s, the currency of the transfer.', 'counterfoil'), (string) $invoice->number, $entry->amount->currency->code), "/parts/{$index}/invoice_id");
            }
            if ($amount < 1) {
                throw DomainError::invalid(__('Enter an amount greater than zero.', 'counterfoil'), "/parts/{$index}/amount/amount");
            }
            ++$index;
        }
        if (array_sum($parts) > $entry->amount->amount) {
            /* translators: %s: amount of money */
            throw DomainError::invalid(sprintf(__('The amounts add up to more than the transfer, %s.', 'counterfoil'), (new MoneyFormat(determine_locale()))->money($entry->amount)), '/parts');
        }
    }

    /**
     * What each bill takes, as it is now; the caller holds them.
     *
     * @param array<int, int> $parts
     * @return array<int, int>
     */
    private function asks(Entry $entry, int $client_id, array $parts): array
    {
        $asks = [];
        foreach ($parts as $id => $amount) {
            // Other money may have made the invoice of a pro forma meanwhile: this is for that one.
            $id = $this->payments->now_for($id);
            $invoice = $this->invoices->get($id, Viewer::system());
            $asks[$id] = ($asks[$id] ?? 0) + $amount;
            if ($invoice->client_id !== $client_id || ! $invoice->is_payable() || (new Money($asks[$id], $entry->amount->currency))->is_more_than($invoice->due())) {
                throw $this->takes_less($invoice);
            }
        }

        return $asks;
    }

    private function takes_less(Invoice $invoice): DomainError
    {
        return DomainError::conflict('invoice_takes_less', sprintf(
            /* translators: 1: invoice number, 2: amount of money */
            __('The amount due on %1$s is now %2$s. Nothing was recorded. Check the amounts and try again.', 'counterfoil'),
            (string) $invoice->number,
            (new MoneyFormat(determine_locale()))->money(new Money($invoice->is_payable() ? $invoice->due()->amount : 0, $invoice->currency)),
        ));
    }

    /** @param list<int> $invoice_ids */
    private function stop(array $invoice_ids): void
    {
        foreach ($invoice_ids as $id) {
            try {
                $this->line->within(self::SECONDS, fn (): ?Payment => $this->stop->handle($id));
            } catch (DomainError) {
                // Its gateway can't be asked (other keys). The money that came is recorded all the same.
            }
        }
    }
}
