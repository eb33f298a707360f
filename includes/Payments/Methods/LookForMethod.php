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

/** The worker: a charge was told that its method is gone, or that nothing may be debited. Where no call of the gateway has said so, it is asked, and what can't be charged any more is taken out. */
final readonly class LookForMethod
{
    public const JOB = 'methods.look';

    private const MOST_ATTEMPTS = 12;

    public function __construct(private Clock $clock, private KeptMethodRepository $methods, private GatewayRegistry $gateways, private ReadMethods $read)
    {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to ask again; null once it has answered, or can't be asked
     */
    public function handle(int $method_id, int $attempt): ?DateTimeImmutable
    {
        $method = $this->methods->find($method_id, Viewer::system());
        if ($method === null || $method->is_removed()) {
            return null;
        }
        try {
            $gateway = $this->gateways->named($method->gateway, $method->mode);
            if ($gateway instanceof KeepsMethods) {
                $this->read->method($gateway, $method->gateway_method_id);
                if ($method->mandate !== '' && $this->methods->find($method_id, Viewer::system())?->is_removed() === false) {
                    $this->read->mandate($gateway, $method->mandate);
                }
            }
        } catch (GatewayError $error) {
            return $error->is(GatewayErrorKind::Refused) || $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        } catch (DomainError) {
            // Keys are missing: they may be put right.
            return $attempt >= self::MOST_ATTEMPTS ? null : Backoff::after($this->clock->now(), $attempt);
        }

        return null;
    }
}
