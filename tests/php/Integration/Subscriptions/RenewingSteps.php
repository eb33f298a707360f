<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Closure;
use Counterfoil\Emails\Sender;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Payments\Methods\ChargeKept;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\ClaimPeriods;
use Counterfoil\Subscriptions\Renewals\FollowTries;
use Counterfoil\Subscriptions\Renewals\TakeLastStep;

/**
 * The steps of renewing, by name: "claim: INSERT renewals", "charge: ask POST /v1/payment_intents", "charge: answered". A
 * step is a statement that writes to the plugin's tables, a call to the outside, or its answer; dying before a read leaves
 * what dying before the next write does.
 */
final class RenewingSteps
{
    /** What renewing consists of, by the class that does it; a step belongs to the innermost one. */
    public const PARTS = [
        ClaimPeriods::class => 'claim',
        BillRenewal::class => 'bill',
        IssueInvoice::class => 'issue',
        Sender::class => 'mail',
        ChargeKept::class => 'charge',
        SettlePayment::class => 'settle',
        FollowTries::class => 'tries',
        TakeLastStep::class => 'last step',
        Worker::class => 'queue',
    ];

    /** @param Closure(string): void $before is told of each step of this process before it is done */
    public static function watch(Closure $before): void
    {
        add_filter('query', static function (string $sql) use ($before): string {
            if (preg_match('/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b.*?\w*counterfoil_(\w+)/is', $sql, $found) === 1) {
                $before(self::part() . ': ' . strtoupper($found[1]) . " {$found[2]}");
            }

            return $sql;
        }, 1);
        add_filter('http_request_args', static function (array $arguments, string $url) use ($before): array {
            $before(self::part() . ": ask {$arguments['method']} " . preg_replace('/_\w{8,}/', '…', (string) parse_url($url, PHP_URL_PATH)));

            return $arguments;
        }, 1, 2);
        add_filter('http_response', static function (array $response) use ($before): array {
            $before(self::part() . ': answered');

            return $response;
        }, 1);
    }

    private static function part(): string
    {
        foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS) as $frame) {
            $part = self::PARTS[$frame['class'] ?? ''] ?? null;
            if ($part !== null) {
                return $part;
            }
        }

        return '';
    }
}
