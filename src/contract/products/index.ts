import { planOperations } from './plans';
import { productOperations as onlyProducts } from './product';

export { interval, type Plan, type PlanInput, plan, planInput } from './plans';
export { productFilters, productSorting, type Product, product, productInput } from './product';

/** Every request about what is sold, in the order the API's description has them. */
export const productOperations = [ ...onlyProducts, ...planOperations ] as const;
