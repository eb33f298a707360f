<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use Opis\JsonSchema\Errors\ValidationError;
use Opis\JsonSchema\SchemaLoader;
use Opis\JsonSchema\Validator;
use RuntimeException;
use stdClass;

/**
 * What src/contract says of each operation, as the build wrote it down: method and path of all of
 * them in one small file, the schema of a request in a file each, read only when it is called.
 *
 * @phpstan-type Entry array{id: string, method: string, path: string, status: int, idempotent: bool, may_be_empty: bool}
 */
final class Contract
{
    /** @var array<string, Entry>|null by id */
    private ?array $index = null;

    public function __construct(private readonly string $directory)
    {
    }

    /** @return Entry */
    public function entry(string $id): array
    {
        if ($this->index === null) {
            $this->index = [];
            /** @var list<Entry> $entries */
            $entries = json_decode($this->read('index'), true, 16, JSON_THROW_ON_ERROR);
            foreach ($entries as $entry) {
                $this->index[$entry['id']] = $entry;
            }
        }

        return $this->index[$id] ?? throw new RuntimeException("The contract has no operation {$id}.");
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
        $file = json_decode($this->read($id), false, 64, JSON_THROW_ON_ERROR);
        foreach (['params', 'query', 'body'] as $part) {
            // A part the operation does not take may be sent empty.
            if (! isset($file->schema->properties->{$part}) && (array) $data->{$part} === []) {
                unset($data->{$part});
            }
        }
        $validator = new Validator(new SchemaLoader(new Draft7Parser()), 20, false);
        $error = $validator->validate($data, $file->schema)->error();
        if ($error instanceof ValidationError) {
            throw DomainError::invalid_fields(ContractErrors::fields($error));
        }
    }

    /** @return list<string> names below `$part` whose values are of a JSON type */
    public function names_of_type(string $id, string $part, string $type): array
    {
        $file = json_decode($this->read($id), true, 64, JSON_THROW_ON_ERROR);
        $properties = $file['schema']['properties'][$part]['properties'] ?? [];

        return array_keys(array_filter($properties, static fn (array $property): bool => ($property['type'] ?? '') === $type));
    }

    private function read(string $name): string
    {
        $text = file_get_contents("{$this->directory}/{$name}.json");

        return $text !== false ? $text : throw new RuntimeException("The build lacks contract/{$name}.json.");
    }
}
