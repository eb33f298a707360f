<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Rest\PlainFit;
use Opis\JsonSchema\Validator;
use PHPUnit\Framework\TestCase;
use stdClass;

final class PlainFitTest extends TestCase
{
    private const DIRECTORY = __DIR__ . '/../../../../build/contract';

    /** It says of every part of the contract, and of what is just within and just outside of it, what JSON Schema says; or leaves it to that. */
    public function test_what_it_lets_through_fits_the_schema(): void
    {
        $validator = new Validator();
        $through = $left = 0;
        foreach (self::schemas() as $json => $schema) {
            foreach (self::values_about($schema) as $value) {
                $fits = $validator->validate($value, $schema)->isValid();
                if (PlainFit::of($value, $schema)) {
                    self::assertTrue($fits, json_encode($value) . " and {$json}");
                    ++$through;
                } else {
                    $left += $fits ? 1 : 0;
                }
            }
        }
        self::assertGreaterThan(400, $through);
        self::assertGreaterThan(0, $left, 'The validator is still asked for some.');
    }

    /** What lists are asked for goes the short way. */
    public function test_lists_are_let_through(): void
    {
        $schema = require self::DIRECTORY . '/invoices.list.php';
        $of = static fn (stdClass $query): stdClass => (object) ['query' => $query];
        self::assertTrue(PlainFit::of($of((object) ['per_page' => 20, 'state' => 'due', 'search' => 'Łódź', 'cursor' => 'abc']), $schema));
        self::assertFalse(PlainFit::of($of((object) ['per_page' => '20']), $schema));
        self::assertFalse(PlainFit::of($of((object) ['per_page' => 0]), $schema));
        self::assertFalse(PlainFit::of($of((object) ['state' => 'lost']), $schema));
        self::assertFalse(PlainFit::of($of((object) ['page' => 2]), $schema));
        self::assertFalse(PlainFit::of((object) ['body' => new stdClass()], $schema));
    }

    /** @return array<string, stdClass> every part of every operation, by its JSON */
    private static function schemas(): array
    {
        $schemas = [];
        foreach (glob(self::DIRECTORY . '/*.php') ?: [] as $file) {
            $open = basename($file) === 'index.php' ? [] : [require $file];
            while ($open !== []) {
                $part = array_pop($open);
                if ($part instanceof stdClass && is_string($part->type ?? null)) {
                    $schemas[(string) json_encode($part)] = $part;
                }
                array_push($open, ...array_values(array_filter($part instanceof stdClass ? get_object_vars($part) : $part, static fn (mixed $inner): bool => is_array($inner) || $inner instanceof stdClass)));
            }
        }

        return $schemas;
    }

    /** @return list<mixed> */
    private static function values_about(stdClass $schema, int $depth = 0): array
    {
        $values = [null, true, 0, 1, -1, 1.5, '', '1', 'ż', [], [1], new stdClass(), ...array_values((array) ($schema->enum ?? [])), ...(isset($schema->const) ? [$schema->const] : [])];
        foreach (['minimum', 'maximum'] as $limit) {
            array_push($values, ...(isset($schema->{$limit}) ? [$schema->{$limit} - 1, $schema->{$limit}, $schema->{$limit} + 1] : []));
        }
        foreach (['minLength', 'maxLength'] as $limit) {
            array_push($values, ...(isset($schema->{$limit}) ? array_map(static fn (int $length): string => str_repeat('ż', max(0, $length)), [$schema->{$limit} - 1, $schema->{$limit}, $schema->{$limit} + 1]) : []));
        }
        $names = $depth > 2 ? [] : array_keys(get_object_vars($schema->properties ?? new stdClass()));
        $one_each = array_filter(array_combine($names, array_map(static fn (string $name): mixed => self::one_that_fits($schema->properties->{$name}, $depth + 1), $names)), static fn (mixed $value): bool => $value !== null);
        $objects = $names === [] ? [] : [$one_each, $one_each + ['unknown' => 1], array_intersect_key($one_each, array_flip($schema->required ?? []))];
        foreach ($names as $name) {
            array_push($objects, array_diff_key($one_each, [$name => 1]), [$name => 'neither'] + $one_each, [$name => null] + $one_each);
        }

        return [...$values, ...array_map(static fn (array $object): stdClass => (object) $object, $objects)];
    }

    private static function one_that_fits(mixed $schema, int $depth): mixed
    {
        foreach ($schema instanceof stdClass ? self::values_about($schema, $depth) : [] as $value) {
            if ($value !== null && (new Validator())->validate($value, $schema)->isValid()) {
                return $value;
            }
        }

        return null;
    }
}
