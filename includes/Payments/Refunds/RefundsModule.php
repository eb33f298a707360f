<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Letters\RefundFailedLetter;
use Counterfoil\Payments\Letters\RefundLetter;
use Counterfoil\Payments\Letters\RefundProblemLetter;
use Counterfoil\Payments\LookBack;
use Counterfoil\Payments\PaymentBalances;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use DateTimeImmutable;

/** Money that the agency gives back through the gateway it came by. */
final class RefundsModule extends Module
{
    private ?RefundRepository $refunds = null;

    public function jobs(): array
    {
        return [
            new Job(CheckRefund::JOB, fn (int $refund, int $attempt): ?DateTimeImmutable => $this->check_refund()->handle($refund, $attempt)),
            new Job(FindRefunds::JOB, function (): null {
                $this->find_refunds()->handle();

                return null;
            }, every: 6 * HOUR_IN_SECONDS),
        ];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'refund' => fn (): LetterWriter => new RefundLetter($parts(), $this->plugin->module(ReceiptsModule::class)->receipts()),
            'refund_failed' => static fn (): LetterWriter => new RefundFailedLetter($parts()),
            'refund_problem' => static fn (): LetterWriter => new RefundProblemLetter($parts()),
        ];
    }

    public function refunds(): RefundRepository
    {
        return $this->refunds ??= new RefundRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function balances(): PaymentBalances
    {
        return new PaymentBalances($this->plugin->database(), $this->plugin->clock(), $this->plugin->module(PaymentsModule::class)->received_days());
    }

    public function refund(): RefundPayment
    {
        return new RefundPayment(
            $this->plugin->changes(),
            $this->plugin->clock(),
            $this->payments()->payments(),
            $this->balances(),
            $this->refunds(),
            $this->payments()->registry(),
            $this->settle_refund(),
            $this->complete_refund(),
            $this->payments()->allocate(),
            $this->plugin->module(CreditModule::class)->sources(),
            $this->plugin->module(WebhooksModule::class)->disputes()
        );
    }

    public function check_refund(): CheckRefund
    {
        return new CheckRefund($this->plugin->clock(), $this->refunds(), $this->complete_refund(), $this->read_refunds(), $this->payments()->payments());
    }

    private function find_refunds(): FindRefunds
    {
        return new FindRefunds($this->plugin->clock(), $this->refunds(), $this->payments()->payments(), $this->payments()->registry(), $this->read_refunds(), new LookBack($this->plugin->settings(), $this->plugin->clock(), 'refunds'));
    }

    public function in_period(): RefundsInPeriod
    {
        return new RefundsInPeriod($this->plugin->database(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    private function settle_refund(): SettleRefund
    {
        return new SettleRefund($this->plugin->changes(), $this->plugin->clock(), $this->payments()->payments(), $this->balances(), $this->refunds(), $this->payments()->allocate(), $this->payments()->mails());
    }

    private function complete_refund(): CompleteRefund
    {
        return new CompleteRefund($this->plugin->clock(), $this->payments()->payments(), $this->payments()->registry(), $this->settle_refund(), $this->read_refunds());
    }

    public function read_refunds(): ReadRefunds
    {
        return new ReadRefunds($this->refunds(), $this->payments()->registry(), $this->settle_refund(), $this->payments()->refresh());
    }

    private function payments(): PaymentsModule
    {
        return $this->plugin->module(PaymentsModule::class);
    }
}
