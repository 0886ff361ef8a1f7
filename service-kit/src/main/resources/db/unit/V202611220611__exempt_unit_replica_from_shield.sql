select scope_exempt('unit', 'the tree by which rows are judged; codes and names of public offices');
