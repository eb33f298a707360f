<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Closure;
use Counterfoil\Payments\Gateway\GatewayCall;
use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\ReceivesWebhooks;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Queue\Queue;

/** Takes what a gateway calls about: keeps it once, then looks at the gateway itself for what is true. */
final readonly class ReceiveWebhook
{
    public const JOB = 'gateway.event';

    /** @param Closure(int): void $look has a row looked at: at once, or once this request has answered */
    public function __construct(
        private GatewayRegistry $gateways,
        private GatewayEventRepository $events,
        private Database $database,
        private Queue $queue,
        private Closure $look,
    ) {
    }

    /**
     * @param array<string, string> $headers by name, lower case with hyphens
     * @return string what became of it, for the answer
     * @throws DomainError 400 when it is not signed by the gateway, 404 when there is none, 503 when there is nothing to check it with
     */
    public function handle(string $gateway, array $headers, string $body): string
    {
        $set_up = $this->gateways->set_up($gateway);
        if (! $set_up instanceof ReceivesWebhooks) {
            throw DomainError::not_found();
        }
        $call = $set_up->read_webhook($headers, $body);
        if ($call->hint === null) {
            return 'ignored';
        }
        $row = $this->keep($gateway, $call, $call->hint);
        if ($row === null) {
            return 'known';
        }
        if ($call->foreign !== '') {
            return 'ignored';
        }
        ($this->look)($row);

        return 'received';
    }

    /** @return int|null its row; null when it was there already */
    private function keep(string $gateway, GatewayCall $call, GatewayHint $hint): ?int
    {
        return $this->database->transaction(function () use ($gateway, $call, $hint): ?int {
            $row = $this->events->keep($gateway, $call, $hint);
            if ($row !== null && $call->foreign === '') {
                $this->queue->put(self::JOB, $row);
            }

            return $row;
        });
    }
}
