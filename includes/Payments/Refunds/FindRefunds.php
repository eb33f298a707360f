<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\GivesRefunds;
use Counterfoil\Payments\LookBack;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;

/** The worker: asks each gateway for refunds that were made in its own dashboard or failed, where no call of its own came through. */
final readonly class FindRefunds
{
    public const JOB = 'refunds.sweep';

    public function __construct(private Clock $clock, private RefundRepository $refunds, private PaymentRepository $payments, private GatewayRegistry $gateways, private ReadRefunds $read, private LookBack $look_back)
    {
    }

    public function handle(): void
    {
        foreach ($this->gateways->all() as $set_up) {
            $asked = $this->clock->now();
            try {
                $gateway = $set_up->in_mode($set_up->mode());
                $found = $gateway instanceof GivesRefunds ? $gateway->refunds_since($this->look_back->since($gateway)) : [];
            } catch (GatewayError | DomainError) {
                continue;
            }
            foreach ($this->with_news($gateway, $found) as $payment) {
                $this->read($gateway, $payment);
            }
            $this->look_back->answered($gateway, $asked);
        }
    }

    /**
     * @param list<GatewayRefund> $found
     * @return list<string> payments, by the gateway's ids, about whose refunds something is not written down here
     */
    private function with_news(Gateway $gateway, array $found): array
    {
        $news = array_filter($found, fn (GatewayRefund $one): bool => $one->payment !== '' && $this->refunds->find_at_gateway($gateway->name(), $one->id)?->state !== $one->state);

        return array_values(array_unique(array_map(static fn (GatewayRefund $one): string => $one->payment, $news)));
    }

    private function read(Gateway $gateway, string $id): void
    {
        $payment = $this->payments->find_at_gateway($gateway->name(), $id);
        if ($payment !== null && $payment->mode === $gateway->mode() && $payment->account === $gateway->account()) {
            try {
                $this->read->handle($payment);
            } catch (GatewayError | DomainError) {
                // Silent, or not the payment that was begun here: those of the others are read all the same.
            }
        }
    }
}
