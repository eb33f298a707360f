<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\LookBack;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** The worker: asks each gateway for new disputes and about those that are not decided, where no call of its own came through. */
final readonly class CheckDispute
{
    public const JOB = 'disputes.check';
    public const AGAIN = '+1 day';

    public function __construct(private Clock $clock, private DisputeRepository $disputes, private PaymentRepository $payments, private GatewayRegistry $gateways, private RecordDispute $record, private LookBack $look_back)
    {
    }

    /** @return DateTimeImmutable|null when to ask again; null once it is decided and its money is where it belongs */
    public function one(int $dispute_id): ?DateTimeImmutable
    {
        $dispute = $this->disputes->get($dispute_id);
        $payment = $this->payments->get($dispute->payment_id, Viewer::system());
        try {
            $gateway = $this->gateways->of($payment);
            if ($gateway instanceof ReportsDisputes) {
                $this->record->handle($payment, $gateway->dispute($dispute->gateway_dispute_id), $gateway->title());
            }
        } catch (GatewayError | DomainError) {
            // It can't be asked now: silent, or other keys are stored.
        }

        return $this->disputes->get($dispute_id)->waits() ? $this->clock->now()->modify(self::AGAIN) : null;
    }

    /** Those that nobody told us of. */
    public function sweep(): void
    {
        foreach ($this->gateways->all() as $set_up) {
            $asked = $this->clock->now();
            try {
                $gateway = $set_up->in_mode($set_up->mode());
                $found = $gateway instanceof ReportsDisputes ? $gateway->disputes_since($this->look_back->since($gateway)) : [];
            } catch (GatewayError | DomainError) {
                continue;
            }
            foreach ($found as $answer) {
                $payment = $answer->payment === '' ? null : $this->payments->find_at_gateway($gateway->name(), $answer->payment);
                if ($payment !== null && $payment->mode === $answer->mode && $payment->account === $gateway->account()) {
                    $this->record->handle($payment, $answer, $gateway->title());
                }
            }
            $this->look_back->answered($gateway, $asked);
        }
    }
}
