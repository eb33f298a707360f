<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Plugin;
use RuntimeException;

/** What the card network moved and what the site booked have to be the same, to the minor unit, and each kept figure right. */
final readonly class Ledger
{
    public function __construct(private Stage $stage)
    {
    }

    public function compare(): void
    {
        $theirs = [];
        foreach ($this->stage->stripe_ledger()['totals'] ?? [] as $currency => $totals) {
            $theirs[strtoupper((string) $currency)] = (int) $totals['net'];
        }
        $ours = [];
        $database = Plugin::instance()->database();
        foreach ([['payments', 'received', "state = 'succeeded'", 1], ['payments', 'reversed', "state = 'succeeded'", -1], ['refunds', 'amount', "state = 'succeeded'", -1]] as [$table, $column, $when, $sign]) {
            foreach ($database->rows("SELECT currency, SUM({$column}) AS amount FROM {$database->table($table)} WHERE gateway = 'stripe' AND {$when} GROUP BY currency") as $row) {
                $ours[(string) $row['currency']] = ($ours[(string) $row['currency']] ?? 0) + $sign * (int) $row['amount'];
            }
        }
        ksort($theirs);
        ksort($ours);
        if ($ours !== $theirs) {
            throw new RuntimeException('The card network moved ' . wp_json_encode($theirs) . ', booked is ' . wp_json_encode($ours));
        }
        $differences = array_map(strval(...), iterator_to_array(Plugin::instance()->module(LedgerModule::class)->verify()->handle(), false));
        if ($differences !== []) {
            throw new RuntimeException("The books are not right:\n" . implode("\n", $differences));
        }
    }
}
