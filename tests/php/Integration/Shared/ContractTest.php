<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\Rest\Contract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Opis\JsonSchema\Validator;
use stdClass;

final class ContractTest extends IntegrationTestCase
{
    private const DIRECTORY = __DIR__ . '/../../../../build/contract';

    /** What is let through unread has to be what the schema would have let through. */
    public function test_an_operation_that_may_be_empty_says_so_in_its_schema_too(): void
    {
        $empty = 0;
        foreach ((new Contract(self::DIRECTORY))->entries() as $id => $entry) {
            $schema = require self::DIRECTORY . "/{$id}.php";
            $data = new stdClass();
            foreach (array_keys((array) $schema->properties) as $part) {
                $data->{$part} = new stdClass();
            }
            self::assertSame($entry['may_be_empty'], (new Validator())->validate($data, $schema)->isValid(), $id);
            $empty += $entry['may_be_empty'] ? 1 : 0;
        }
        self::assertGreaterThan(5, $empty);
    }
}
