<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Closure;
use Counterfoil\Emails\Sender;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Invoices\ProFormas\InvoiceProForma;
use Counterfoil\Payments\Methods\ChargeKept;
use Counterfoil\Payments\Methods\ChargeTogether;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\ClaimPeriods;
use Counterfoil\Subscriptions\Renewals\FollowTries;
use Counterfoil\Subscriptions\Renewals\RenewTogether;
use Counterfoil\Subscriptions\Renewals\TakeLastStep;

/**
 * The steps of renewing, by name: "claim: INSERT renewals", "charge: ask POST /v1/payment_intents", "charge: answered". A
 * step is a statement that writes to the plugin's tables, a call to the outside, or its answer; dying before a read leaves
 * what dying before the next write does.
 */
final class RenewingSteps
{
    /** What renewing consists of, by the class or the method that does it; a step belongs to the innermost one. */
    public const PARTS = [
        ClaimPeriods::class => 'claim',
        BillRenewal::class . '::draft_of' => 'bill',
        BillRenewal::class . '::billed' => 'billed',
        IssueInvoice::class => 'issue',
        InvoiceProForma::class => 'pro forma',
        Sender::class => 'mail',
        ChargeKept::class => 'charge',
        RenewTogether::class => 'bill together',
        ChargeTogether::class => 'charge together',
        SettlePayment::class => 'settle',
        FollowTries::class => 'tries',
        TakeLastStep::class => 'last step',
        Worker::class => 'queue',
    ];

    /** @param Closure(string, list<string>): void $before is told of each step of this process before it is done, and which methods that decide something do it */
    public static function watch(Closure $before): void
    {
        add_filter('query', static function (string $sql) use ($before): string {
            if (preg_match('/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b.*?\w*counterfoil_(\w+)/is', $sql, $found) === 1) {
                $before(self::part() . ': ' . strtoupper($found[1]) . " {$found[2]}", self::deciding());
            }

            return $sql;
        }, 1);
        add_filter('http_request_args', static function (array $arguments, string $url) use ($before): array {
            $before(self::part() . ": ask {$arguments['method']} " . preg_replace('/_\w{8,}/', '…', (string) parse_url($url, PHP_URL_PATH)), []);

            return $arguments;
        }, 1, 2);
        add_filter('http_response', static function (array $response) use ($before): array {
            $before(self::part() . ': answered', []);

            return $response;
        }, 1);
    }

    private static function part(): string
    {
        foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS) as $frame) {
            $class = $frame['class'] ?? '';
            $part = self::PARTS["{$class}::{$frame['function']}"] ?? self::PARTS[$class] ?? null;
            if ($part !== null) {
                return $part;
            }
        }

        return '';
    }

    /** @return list<string> those in the code that are at work now, innermost first */
    private static function deciding(): array
    {
        static $in_code = null;
        $in_code ??= array_flip(self::in_code());
        $names = array_map(static fn (array $frame): string => substr((string) strrchr('\\' . ($frame['class'] ?? ''), '\\'), 1) . "::{$frame['function']}", debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS));

        return array_values(array_unique(array_filter($names, static fn (string $name): bool => isset($in_code[$name]))));
    }

    /**
     * Methods of subscriptions that decide something: they open a change, or are the use case of a class that is handed one. Settings are none of it.
     *
     * @return list<string> "BillRenewal::draft_of"
     */
    public static function in_code(): array
    {
        $methods = [];
        foreach (preg_grep('~/Settings/~', glob(dirname(__DIR__, 4) . '/includes/Subscriptions/*/*.php') ?: [], PREG_GREP_INVERT) ?: [] as $file) {
            $method = '';
            foreach (file($file) ?: [] as $line) {
                $method = preg_match('/^    \w[\w ]* function (\w+)/', $line, $found) === 1 ? $found[1] : $method;
                if (str_contains($line, '->changes->run(') || str_contains($line, 'public function handle(Change $change')) {
                    $methods[] = basename($file, '.php') . "::{$method}";
                }
            }
        }

        return array_values(array_unique($methods));
    }
}
