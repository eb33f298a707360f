<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Products\Interval;
use Counterfoil\Products\PlanDetails;
use Counterfoil\Products\PlanType;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

/** What a client bought once. */
final class PurchasesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use WritesRows;

    public function test_only_lines_of_one_time_plans_on_its_issued_invoices_are_purchases(): void
    {
        $client = $this->client();
        $other = $this->client('Another');
        $products = $this->plugin()->module(ProductsModule::class);
        $product = $products->products()->insert('Website', '', null);
        $once = $products->plans()->insert($product, new PlanDetails('Landing page', Money::of(10000, 'EUR'), PlanType::OneTime));
        $monthly = $products->plans()->insert($product, new PlanDetails('Care', Money::of(10000, 'EUR'), PlanType::Recurring, new Interval('month', 1)));
        $lines = [];
        foreach ([[$client->id, []], [$client->id, []], [$client->id, ['status' => 'draft', 'number' => null]], [$client->id, ['status' => 'void']], [$client->id, ['kind' => 'pro_forma']], [$other->id, []]] as [$client_id, $values]) {
            $lines[] = $this->line_row($this->invoice_row($client_id, $values + ['issue_date' => '2026-03-01']), $once);
        }
        $this->line_row($this->invoice_row($client->id, ['issue_date' => '2026-03-01']), $monthly);
        $this->line_row($this->invoice_row($client->id, ['issue_date' => '2026-03-01']));

        $staff = $this->administrator();
        $page = self::fits('clients.purchases', $this->rest('GET', "/counterfoil/v1/clients/{$client->id}/purchases?per_page=1", user: $staff));
        self::assertSame([$lines[1]], array_column($page['items'], 'id'));
        self::assertSame(['2026-03-01', 10000, 'due'], [$page['items'][0]['bought_on'], $page['items'][0]['amount']['amount'], $page['items'][0]['invoice']['state']]);
        $rest = self::fits('clients.purchases', $this->rest('GET', "/counterfoil/v1/clients/{$client->id}/purchases?per_page=1&cursor={$page['next_cursor']}", user: $staff));
        self::assertSame([[$lines[0]], null], [array_column($rest['items'], 'id'), $rest['next_cursor']]);
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/clients/999999/purchases', user: $staff));
    }
}
