/** Generated from the catalogue: parley.owned_product. */
export type OwnedProductTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  name: string;
  product_key: string | null;
  from_whom: string | null;
  since: string | null;
};
