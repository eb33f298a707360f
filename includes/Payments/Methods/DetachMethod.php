<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** The worker: takes what was removed here out at its gateway too, until that has answered. */
final readonly class DetachMethod
{
    public const JOB = 'methods.detach';

    private const MOST_ATTEMPTS = 20;

    public function __construct(private Clock $clock, private KeptMethodRepository $methods, private GatewayRegistry $gateways)
    {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to try again; null once it is out, or can't be asked for
     */
    public function handle(int $method_id, int $attempt): ?DateTimeImmutable
    {
        $method = $this->methods->find($method_id, Viewer::system());
        if ($method?->is_removed() !== true) {
            return null;
        }
        try {
            $gateway = $this->gateways->named($method->gateway, $method->mode);
            if ($gateway instanceof KeepsMethods && $gateway->account() === $method->account) {
                $gateway->detach($method->gateway_method_id);

                return null;
            }
        } catch (GatewayError $error) {
            if ($error->is(GatewayErrorKind::Refused)) {
                return null;
            }
        } catch (DomainError) {
            // Keys are missing or another account's: they may be put right.
        }

        return $attempt < self::MOST_ATTEMPTS ? Backoff::after($this->clock->now(), $attempt) : null;
    }
}
