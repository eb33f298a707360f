<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Disputes\RecordDispute;
use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\HintKind;
use Counterfoil\Payments\Gateway\KeepingState;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Methods\ReadMethods;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Refunds\ReadRefunds;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Looks at the gateway for what its events only hint at. Whatever order they come in and however often,
 * the end is the same: what the gateway says now.
 */
final readonly class ProcessGatewayEvents
{
    private const MOST_ATTEMPTS = 12;

    public function __construct(
        private Clock $clock,
        private GatewayEventRepository $events,
        private PaymentRepository $payments,
        private GatewayRegistry $gateways,
        private SettlePayment $settle,
        private ReadRefunds $read_refunds,
        private RecordDispute $record_dispute,
        private ReadMethods $read_methods,
    ) {
    }

    /**
     * The queue's part: one event, by one process at a time.
     *
     * @param int $attempt 1 for the first
     * @return DateTimeImmutable|null when to come again; null when it is done
     */
    public function one(int $id, int $attempt): ?DateTimeImmutable
    {
        $event = $this->events->pending($id);
        if ($event === null) {
            return null;
        }
        try {
            $note = $this->look($event);
        } catch (GatewayError $error) {
            if (! $error->is(GatewayErrorKind::Missing) && $attempt < self::MOST_ATTEMPTS) {
                $this->events->note($id, 'pending', $error->getMessage());

                return Backoff::after($this->clock->now(), $attempt);
            }
            $note = $error->is(GatewayErrorKind::Missing) ? 'The gateway has no such thing.' : $error->getMessage();
        } catch (DomainError $error) {
            $note = $error->reason;
        }
        $this->events->note($id, $note === '' ? 'done' : 'ignored', $note);

        return null;
    }

    /** @return string why there was nothing to do, or "" */
    private function look(GatewayEvent $event): string
    {
        $gateway = $this->gateways->named($event->gateway, $event->mode);

        return match ($event->hint->kind) {
            HintKind::Payment => $this->payment($gateway, $event->hint->id),
            HintKind::Refund => $this->refunds($gateway, $event->hint->id),
            HintKind::Dispute => $this->dispute($gateway, $event->hint->id),
            HintKind::Method, HintKind::Keeping, HintKind::Customer, HintKind::Mandate => $this->kept($gateway, $event->hint),
        };
    }

    private function payment(Gateway $gateway, string $id): string
    {
        if (! $gateway instanceof TakesPayments) {
            return 'It takes no payments.';
        }
        $found = $this->settled($gateway, $gateway->fetch($id));

        return is_string($found) ? $found : '';
    }

    private function refunds(Gateway $gateway, string $id): string
    {
        if (! $gateway instanceof TakesPayments) {
            return 'It takes no payments.';
        }
        $found = $this->settled($gateway, $gateway->fetch($id));
        if (is_string($found)) {
            return $found;
        }
        $this->read_refunds->handle($found);

        return '';
    }

    private function kept(Gateway $gateway, GatewayHint $hint): string
    {
        if (! $gateway instanceof KeepsMethods) {
            return 'It keeps no methods.';
        }

        return match ($hint->kind) {
            HintKind::Method => $this->read_methods->method($gateway, $hint->id),
            HintKind::Keeping => $this->read_methods->keeping($gateway, $hint->id) === KeepingState::Kept ? '' : 'Not kept yet.',
            HintKind::Customer => $this->read_methods->customer($gateway, $hint->id),
            default => $this->read_methods->mandate($gateway, $hint->id),
        };
    }

    private function dispute(Gateway $gateway, string $id): string
    {
        if (! $gateway instanceof ReportsDisputes) {
            return 'It reports no disputes.';
        }
        $answer = $gateway->dispute($id);
        $payment = $answer->payment === '' ? null : $this->payments->find_at_gateway($gateway->name(), $answer->payment);
        if ($payment === null || $payment->mode !== $answer->mode) {
            return 'Not begun here.';
        }
        if ($payment->account !== $gateway->account()) {
            return 'other account';
        }
        $this->record_dispute->handle($payment, $answer, $gateway->title());

        return '';
    }

    /** @return Payment|string why there was nothing to do */
    private function settled(Gateway $gateway, GatewayPayment $answer): Payment|string
    {
        $payment = $this->payments->find_at_gateway($gateway->name(), $answer->id) ?? $this->by_token($answer);

        return match (true) {
            $payment === null => 'Not begun here.',
            $payment->account !== $gateway->account() => 'other account',
            default => $this->settle->handle($payment, $answer, $gateway->title()),
        };
    }

    /** The answer to our own call may not have arrived yet: its id is not here, but its token is. */
    private function by_token(GatewayPayment $answer): ?Payment
    {
        $payment = $answer->payment_id > 0 ? $this->payments->find($answer->payment_id, Viewer::system()) : null;

        return $payment !== null && $payment->gateway_payment_id === null && hash_equals($payment->token(), $answer->token) ? $payment : null;
    }
}
