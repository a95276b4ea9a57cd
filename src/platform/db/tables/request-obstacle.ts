/** Generated from the catalogue: parley.request_obstacle. */
export type RequestObstacleTable = {
  workspace_id: string;
  request_id: string;
  obstacle_id: string;
};
