<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Mandates;

use Counterfoil\Activity\EventWords;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Letters\DebitLetter;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use DateTimeImmutable;

/** What payers of debits agreed to. */
final class MandatesModule extends Module
{
    public function jobs(): array
    {
        return [new Job(AnnounceDebit::JOB, fn (int $payment, int $attempt): ?DateTimeImmutable => $this->announce()->handle($payment, $attempt))];
    }

    public function letters(): array
    {
        return ['debit' => fn (): LetterWriter => new DebitLetter($this->plugin->module(InvoicesModule::class)->letter_parts())];
    }

    public function sentences(): array
    {
        /* translators: 1: amount of money, 2: reference of a mandate */
        return ['payment.debit_announced' => static fn (EventWords $words): string => sprintf(__('Client emailed about the debit of %1$s (mandate %2$s)', 'counterfoil'), $words->money(), $words->text('reference'))];
    }

    private function announce(): AnnounceDebit
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new AnnounceDebit($this->plugin->changes(), $this->plugin->clock(), $payments->payments(), $payments->registry(), $payments->mails());
    }
}
