<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use RuntimeException;
use stdClass;

/** The OpenAPI document that is made of src/contract. Read once in a run: it takes five megabytes. */
final class OpenApi
{
    private static ?stdClass $document = null;

    /** @var array<string, array{int, stdClass}> by operation */
    private static array $successes = [];

    /** @return array{int, stdClass} the status of an operation's success, and the schema of what it answers then, with every reference replaced */
    public static function success_of(string $operation): array
    {
        return self::$successes[$operation] ??= self::find_success($operation);
    }

    /** @return array{int, stdClass} */
    private static function find_success(string $operation): array
    {
        foreach ((array) self::document()->paths as $path) {
            foreach ((array) $path as $entry) {
                if ($entry instanceof stdClass && ($entry->operationId ?? '') === $operation) {
                    foreach ((array) $entry->responses as $status => $response) {
                        if (is_int($status) && $status < 300) {
                            return [$status, self::inline($response->content->{'application/json'}->schema)];
                        }
                    }
                }
            }
        }
        throw new RuntimeException("The contract has no operation {$operation} that answers JSON.");
    }

    private static function document(): stdClass
    {
        return self::$document ??= json_decode((string) file_get_contents(dirname(__DIR__, 3) . '/build/openapi.json'), false, 512, JSON_THROW_ON_ERROR);
    }

    private static function inline(mixed $schema): mixed
    {
        if (is_array($schema)) {
            return array_map(self::inline(...), $schema);
        }
        if (! $schema instanceof stdClass) {
            return $schema;
        }
        if (isset($schema->{'$ref'})) {
            $target = self::document();
            foreach (explode('/', substr((string) $schema->{'$ref'}, 2)) as $step) {
                $target = $target->{$step};
            }

            return self::inline($target);
        }

        return (object) array_map(self::inline(...), (array) $schema);
    }
}
