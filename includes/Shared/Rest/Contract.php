<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Closure;
use Counterfoil\Shared\DomainError;
use Opis\JsonSchema\Errors\ValidationError;
use Opis\JsonSchema\SchemaLoader;
use Opis\JsonSchema\Validator;
use RuntimeException;
use stdClass;

/**
 * What src/contract says of each operation, as the build wrote it down: all of them in one small file, the
 * schema of a request in a file each, read only when it is called. PHP files, since opcache keeps those.
 *
 * @phpstan-type Entry array{id: string, method: string, path: string, status: int, needs: string, outside: bool, idempotent: bool, upload: bool, may_be_empty: bool}
 */
final class Contract
{
    /** @var array<string, Entry>|null by id */
    private ?array $entries = null;

    /** @var array<string, stdClass> schemas by id */
    private array $schemas = [];

    /** @param (Closure(): array<string, array{method: string, path: string, needs: string, schema: stdClass, status?: int, outside?: bool, idempotent?: bool}>)|null $others see Module::operations() */
    public function __construct(private readonly string $directory, private readonly ?Closure $others = null)
    {
    }

    /** @return array<string, Entry> by id */
    public function entries(): array
    {
        if ($this->entries !== null) {
            return $this->entries;
        }
        /** @var array<string, Entry> $entries */
        $entries = require "{$this->directory}/index.php";
        foreach ($this->others === null ? [] : ($this->others)() as $id => $operation) {
            $this->schemas[$id] = $operation['schema'];
            $entries[$id] = [
                'id' => $id,
                'method' => $operation['method'],
                'path' => $operation['path'],
                'status' => $operation['status'] ?? 200,
                'needs' => $operation['needs'],
                'outside' => $operation['outside'] ?? false,
                'idempotent' => $operation['idempotent'] ?? false,
                'upload' => false,
                'may_be_empty' => false,
            ];
        }

        return $this->entries = $entries;
    }

    /** @return Entry */
    public function entry(string $id): array
    {
        return $this->entries()[$id] ?? throw new RuntimeException("The contract has no operation {$id}.");
    }

    /**
     * @param stdClass $data with params, query and body
     * @throws DomainError 400 that names each field
     */
    public function check(string $id, stdClass $data): void
    {
        if ($this->entry($id)['may_be_empty'] && array_filter([(array) $data->params, (array) $data->query, (array) $data->body]) === []) {
            return;
        }
        $schema = $this->schema($id);
        foreach (['params', 'query', 'body'] as $part) {
            // A part the operation does not take may be sent empty.
            if (! isset($schema->properties->{$part}) && (array) $data->{$part} === []) {
                unset($data->{$part});
            }
        }
        if (PlainFit::of($data, $schema)) {
            return;
        }
        $validator = new Validator(new SchemaLoader(new Draft7Parser()), 20, false);
        $error = $validator->validate($data, $schema)->error();
        if ($error instanceof ValidationError) {
            throw DomainError::invalid_fields(ContractErrors::fields($error));
        }
    }

    /** @return list<string> names below `$part` whose values are of a JSON type */
    public function names_of_type(string $id, string $part, string $type): array
    {
        $properties = (array) ($this->schema($id)->properties->{$part}->properties ?? []);

        return array_keys(array_filter($properties, static fn (stdClass $property): bool => ($property->type ?? '') === $type));
    }

    private function schema(string $id): stdClass
    {
        return $this->schemas[$id] ??= require "{$this->directory}/{$id}.php";
    }
}
