<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Plugin;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Shared\Calendar;

/** Last month's documents, ready to be downloaded, and a monthly mail to the accountant. */
final readonly class Accountant
{
    public function __construct(private Stage $stage)
    {
    }

    public function export(): void
    {
        $this->stage->ask('PUT', '/settings/accountant', ['is_on' => true, 'email' => 'books@kowalski-tax.example']);
        $first = Calendar::add_months($this->stage->now()->format('Y-m') . '-01', -1);
        $export = $this->stage->ask('POST', '/accountant-exports', ['from' => $first, 'to' => Calendar::add_days(Calendar::add_months($first, 1), -1)]);
        while (Plugin::instance()->module(AccountantModule::class)->build()->handle($export['id']) !== null);
    }
}
