<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Activity\EventWords;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Letters\PaymentProblemLetter;
use Counterfoil\Payments\Letters\PaymentReturnedLetter;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Module;

/** Money that is taken back after it had come. */
final class ReversalsModule extends Module
{
    public function tables(): array
    {
        return [ReversalsTable::class];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'payment_returned' => static fn (): LetterWriter => new PaymentReturnedLetter($parts()),
            'payment_problem' => static fn (): LetterWriter => new PaymentProblemLetter($parts()),
        ];
    }

    public function sentences(): array
    {
        return [
            'payment.reversed' => static fn (EventWords $words): string => sprintf(
                match ($words->text('reason')) {
                    /* translators: %s: amount of money */
                    ReversalReason::Returned->value => __('Payment of %s returned by the client’s bank', 'counterfoil'),
                    /* translators: %s: amount of money */
                    ReversalReason::Undone->value => __('Recorded payment of %s undone', 'counterfoil'),
                    /* translators: %s: amount of money */
                    default => __('%s withdrawn because of a dispute', 'counterfoil'),
                },
                $words->money()
            ),
            /* translators: %s: amount of money */
            'payment.restored' => static fn (EventWords $words): string => sprintf(__('%s received back after it had been withdrawn', 'counterfoil'), $words->money()),
        ];
    }

    public function reverse(): ReverseMoney
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ReverseMoney($payments->payments(), $this->reversals(), $payments->allocate());
    }

    public function return_debit(): ReturnDebit
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ReturnDebit($this->plugin->changes(), $this->reverse(), $payments->refresh(), $payments->mails());
    }

    public function reversals(): ReversalRepository
    {
        return new ReversalRepository($this->plugin->database(), $this->plugin->clock());
    }
}
