<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Tests\Support\CommittingTestCase;

/** Law 7 where periods are billed by pro formas, each of which makes its invoice once it is paid; every step as in KilledRenewalsTest. */
final class KilledProFormasTest extends CommittingTestCase
{
    use DiesWhileRenewing;

    public function test_billed_by_pro_formas(): void
    {
        // The first number of all is a step of its own, which no later round has.
        $this->issued($this->client('First', 'first@harbour.test'), ['kind' => 'pro_forma']);
        $this->work();
        // Each is charged on its own.
        $this->killed_in_each(array_values(array_diff(RenewingSteps::PARTS, ['charge together'])));

        $this->assert_numbers('pro_forma', 1 + 3 * $this->rounds);
        $this->assert_numbers('invoice', 2 * $this->rounds);
    }

    /** Because the agency bills all periods by them, or because these clients are billed by them; in turn. */
    private function prepare(array $clients): void
    {
        $is_theirs = $this->rounds % 2 === 0;
        $this->renew(['billed_by' => $is_theirs ? 'usual' : 'pro_forma']);
        foreach ($is_theirs ? $clients : [] as $client) {
            $this->plugin()->database()->update('clients', ['bill_as' => 'pro_forma'], ['id' => $client->id]);
        }
    }

    private function in_the_end(bool $is_paid): array
    {
        // The invoice that it makes comes with the receipt.
        return $is_paid
            ? ['bills' => [Settlement::Invoiced, Settlement::Paid], 'mails' => ['invoice sent' => 2]]
            : ['bills' => [Settlement::Unpaid], 'mails' => ['invoice sent' => 1]];
    }
}
